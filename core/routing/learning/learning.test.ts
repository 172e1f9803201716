import type { Ticket, TicketEvent } from '../../ticket/types'
import { train } from '../category'
import { byCategory, byWeek, forCounty, lessonOf, takerInstead, unitHistory, type Lesson } from '.'

const at = (day: string) => new Date(`${day}T02:00:00Z`)
const event = (seq: number, edge: string, more: Partial<TicketEvent> = {}) =>
  ({ seq, edge, at: at('2026-11-24'), by: { personId: 'p', role: 'operator' }, ...more }) as TicketEvent

/** A ticket proposed for the water department that another unit signed for. */
const ticket = (more: Partial<Ticket> = {}): Ticket =>
  ({
    _id: 't1',
    number: 'LX20261124-0001',
    kind: 'help',
    confidential: false,
    categoryId: 'noise',
    leadUnitId: 'environment',
    place: { townshipId: 'liulin' },
    proposal: {
      kind: { value: 'help', confidence: 1, reasons: [] },
      categoryId: { value: 'tap', confidence: 0.7, reasons: [] },
      leadUnitId: { value: 'water', confidence: 0.5, reasons: [] },
    },
    events: [event(1, 'E11'), event(2, 'E12')],
    ...more,
  }) as Ticket

const lesson = (more: Partial<Lesson> = {}): Lesson => ({ ...lessonOf(ticket())!, version: 1, ...more })

describe('a lesson', () => {
  it('R-D3 is what a unit signed for, beside what was proposed', () => {
    expect(lessonOf(ticket())).toEqual({
      _id: 't1',
      sortKey: `${at('2026-11-24').getTime()}-t1`,
      number: 'LX20261124-0001',
      week: '2026-11-23',
      categoryId: 'noise',
      leadUnitId: 'environment',
      townshipId: 'liulin',
      proposed: { categoryId: 'tap', leadUnitId: 'water', confidence: 0.5 },
      corrected: true,
      returnedBy: [],
      automatic: false,
    })
  })

  it('R-D3 is not there before a unit signed, nor when the matter went on to another', () => {
    expect(lessonOf(ticket({ events: [event(1, 'E11')] }))).toBeUndefined()
    expect(lessonOf(ticket({ events: [event(1, 'E11'), event(2, 'E12'), event(3, 'E11')] }))).toBeUndefined()
  })

  it('R-P5 is never made of a confidential ticket or a tip-off', () => {
    expect(lessonOf(ticket({ confidential: true }))).toBeUndefined()
    expect(lessonOf(ticket({ kind: 'report' }))).toBeUndefined()
  })

  it('R-D3 remembers who gave the ticket back', () => {
    const returned = event(2, 'E13', { body: { facts: { unitId: 'water' } } })
    const events = [event(1, 'E11'), returned, event(3, 'E11'), event(4, 'E12')]
    expect(lessonOf(ticket({ events }))!.returnedBy).toEqual(['water'])
  })
})

describe('units', () => {
  const given = (returnedBy: string[], more: Partial<Lesson> = {}) =>
    lesson({ categoryId: 'noise', leadUnitId: 'police', returnedBy, ...more })
  const matter = { categoryId: 'noise', townshipId: 'liulin' }

  it('R-D3 another unit takes what the listed one gave back twice and it took', () => {
    const history = unitHistory([given(['environment']), given(['environment'])])
    expect(takerInstead(history, matter, 'environment')).toEqual({ unitId: 'police', took: 2, returned: 2 })
    expect(takerInstead(history, { ...matter, townshipId: 'gaoshan' }, 'environment')).toBeUndefined()
    expect(takerInstead(history, matter, 'police')).toBeUndefined()
  })

  it('R-D3 once may be chance, and what was taken back does not count', () => {
    expect(takerInstead(unitHistory([given(['environment'])]), matter, 'environment')).toBeUndefined()
    const undone = unitHistory([given(['environment']), given(['environment'], { left: true })])
    expect(takerInstead(undone, matter, 'environment')).toBeUndefined()
  })

  it('R-D3 a unit that took more than it gave back stays', () => {
    const took = Array.from({ length: 3 }, () => given([], { leadUnitId: 'environment' }))
    const history = unitHistory([given(['environment']), given(['environment']), ...took])
    expect(takerInstead(history, matter, 'environment')).toBeUndefined()
  })
})

describe('figures', () => {
  const proposed = (confidence: number, right: boolean, week = '2026-11-23') =>
    lesson({
      week,
      categoryId: right ? 'tap' : 'noise',
      leadUnitId: right ? 'water' : 'environment',
      corrected: !right,
      proposed: { categoryId: 'tap', leadUnitId: 'water', confidence },
    })
  const lessons = [
    proposed(0.96, true),
    proposed(0.92, true),
    proposed(0.85, false),
    proposed(0.4, true, '2026-11-16'),
  ]

  it('R-D4 say what each threshold would have sent out alone, and how much of it rightly', () => {
    const [tap] = byCategory(lessons)
    expect(tap).toMatchObject({ categoryId: 'tap', count: 4, accepted: 3, unitAccepted: 3, automatic: 0 })
    expect(tap!.effect).toEqual([
      { threshold: 0.6, out: 3, right: 2 },
      { threshold: 0.7, out: 3, right: 2 },
      { threshold: 0.8, out: 3, right: 2 },
      { threshold: 0.9, out: 2, right: 2 },
      { threshold: 0.95, out: 1, right: 1 },
    ])
  })

  it('R-D3 are told by week, the newest first', () => {
    expect(byWeek(lessons).map(({ week, count, accepted }) => [week, count, accepted])).toEqual([
      ['2026-11-23', 3, 2],
      ['2026-11-16', 1, 1],
    ])
  })
})

describe('a model from elsewhere', () => {
  const category = (id: string, name: string, parentId?: string) => ({
    id,
    name,
    ...(parentId ? { parentId } : {}),
    keywords: [],
    handlingClass: 'fixed' as const,
  })
  const categories = [
    category('life', '民生'),
    category('tap', '供水', 'life'),
    category('noise', '噪声', 'life'),
    category('noise-2', '噪声', 'life'),
  ]
  const trained = (...labels: string[]) => train([], labels, [])

  it('R-D1 names its categories by id or by name', () => {
    expect(forCounty(trained('供水', 'noise'), { categories }).labels).toEqual(['tap', 'noise'])
  })

  it('R-D1 is refused by the name of what is no category here, one above others or two at once included', () => {
    expect(() => forCounty(trained('供水', '城乡建设', '民生'), { categories })).toThrow(
      '本县没有的类别：城乡建设、民生。',
    )
    expect(() => forCounty(trained('供水', '噪声'), { categories })).toThrow('噪声')
    expect(() => forCounty(trained('tap', '供水'), { categories })).toThrow('tap、供水是同一个类别')
  })
})
