import { countedAt, gather, gathered, type Gathered, type HotChange, type HotMatter } from './hot-matter'
import { county } from './testing/county'
import { DAY } from './workdays'

const NOW = new Date('2026-11-24T09:00:00+08:00')
const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
const one = (id: string, days = 0, more: Partial<Gathered> = {}): Gathered => ({
  id,
  by: `person-${id}`,
  at: ago(days),
  joins: [],
  centreIds: ['centre'],
  categoryId: 'tap',
  townshipId: 'town',
  villageId: 'village',
  ...more,
})
const env = { centreId: 'centre', id: 'opened', now: NOW }

/** The matters as they are after these changes. */
function after(known: HotMatter[], changes: HotChange[]): HotMatter[] {
  const changed = new Map(changes.map(({ next }) => [next._id, next]))
  return [...known.filter(({ _id }) => !changed.has(_id)), ...changed.values()]
}
const idsOf = (matters: HotMatter[]) => matters.map(({ ticketIds }) => ticketIds)
const pair = (id: string, tickets: [Gathered, Gathered]) =>
  gather(tickets[1], [tickets[0]], [], { ...env, id })[0]!.next

describe('hot matters', () => {
  it('R-D6 opens with two that are alike, takes in a third, and does nothing a second time', () => {
    expect(gather(one('a'), [], [], env)).toEqual([])
    const opened = after([], gather(one('b'), [one('a', 1)], [], env))
    expect(opened[0]).toMatchObject({ ticketIds: ['a', 'b'], people: 2, villageId: 'village' })
    expect(gather(one('b'), [one('a', 1)], opened, env)).toEqual([])
    expect(idsOf(after(opened, gather(one('c'), [one('b')], opened, env)))).toEqual([['a', 'b', 'c']])
  })

  it('R-D6 makes one of two that a ticket connects, the larger first; no ticket is lost on the way', () => {
    const small = pair('small', [one('a'), one('b')])
    const large = pair('large', [one('c'), one('d')])
    const larger = after([large], gather(one('e'), [one('c')], [large], env))[0]!
    const changes = gather(one('f'), [one('a'), one('c')], [small, larger], env)
    expect(changes.map(({ next }) => next._id)).toEqual(['large', 'small'])
    expect(changes[0]!.next.ticketIds).toHaveLength(6)
    expect(changes[1]!.next).toMatchObject({ tickets: [], people: 0 })
    expect(changes[1]!.next).not.toHaveProperty('wakeAt')
  })

  it('R-D6 keeps another category, township and centre apart; whatever no longer belongs leaves', () => {
    const opened = pair('opened', [one('a'), one('b')])
    expect(gather(one('c', 0, { categoryId: 'road' }), [one('a')], [opened], env)).toEqual([])
    expect(gather(one('c', 0, { centreIds: [] }), [one('a')], [opened], env)).toEqual([])
    expect(gather(one('c', 0, { villageId: 'other' }), [one('a')], [opened], env)).toEqual([])
    expect(gather(one('c'), [one('a')], [opened], { ...env, centreId: 'hill' })).toEqual([])
    for (const moved of [one('b', 0, { categoryId: 'road' }), one('b', 0, { centreIds: [] })])
      expect(idsOf(after([opened], gather(moved, [], [opened], env)))).toEqual([['a']])
  })

  it('R-D6 counts people and not tickets, by the day, week against week; and forgets with time', () => {
    const same = { by: 'person-a' }
    let matter = pair('m', [one('a', 40), one('b', 9)])
    for (const ticket of [one('c', 8), one('d', 2), one('e', 1), one('f', 0, same), one('g', 0, same)])
      matter = gather(ticket, [one('b', 9)], [matter], env)[0]!.next
    expect(matter).toMatchObject({
      people: 5,
      thisWeek: 3,
      lastWeek: 2,
      wakeAt: new Date('2026-11-24T16:00:00Z'),
    })
    expect(countedAt(matter, new Date(NOW.getTime() + 6 * DAY))).toMatchObject({ thisWeek: 1, lastWeek: 2 })
    const over = countedAt(matter, new Date(NOW.getTime() + 31 * DAY))
    expect(over).toMatchObject({ people: 0, thisWeek: 0, lastWeek: 0 })
    expect(over).not.toHaveProperty('rankKey')
    expect(over).not.toHaveProperty('wakeAt')
  })

  it('R-D6 R-T3 whoever said “me too” counts as one of the people, each once; one ticket with them is hot by itself', () => {
    const said = (ticketId: string, who: string, days = 0) => ({
      ticketId,
      by: `person-${who}`,
      at: ago(days),
    })
    const alone = one('a', 3, { joins: [said('a', 'x', 8), said('a', 'y')] })
    const opened = after([], gather(alone, [], [], env))
    expect(opened[0]).toMatchObject({ ticketIds: ['a'], people: 3, thisWeek: 2, lastWeek: 1 })
    expect(opened[0]!.rankKey).toBeDefined()
    expect(gather(alone, [], opened, env)).toEqual([])
    // The same person on another ticket of the matter, or as its reporter, is still one.
    const more = one('b', 0, { joins: [said('b', 'a'), said('b', 'x')] })
    const joined = after(opened, gather(more, [alone], opened, env))
    expect(joined[0]).toMatchObject({ ticketIds: ['a', 'b'], people: 4 })
    // They took it back; what was said of the other ticket stays.
    const left = after(joined, gather({ ...alone, joins: [] }, [more], joined, env))
    expect([left[0]!.people, left[0]!.joins]).toEqual([3, more.joins])
    expect(after(left, gather(one('b', 0, { centreIds: [] }), [], left, env))[0]).not.toHaveProperty('joins')
    expect(gather(one('c', 0, { centreIds: [], joins: alone.joins }), [], [], env)).toEqual([])
  })

  it('R-D6 ranks by people and growth; one person alone is nothing hot', () => {
    const grown = pair('grown', [one('a'), one('b')])
    const old = pair('old', [one('a', 8), one('b', 9)])
    const more = gather(one('c', 10), [one('a', 8)], [old], env)[0]!.next
    expect([more, old, grown].sort((a, b) => (a.rankKey! < b.rankKey! ? 1 : -1))).toEqual([grown, more, old])
    expect(pair('alone', [one('a', 0, { by: 'x' }), one('b', 0, { by: 'x' })])).not.toHaveProperty('rankKey')
  })

  it('R-D6 an endless matter stays a small document: the newest thousand', () => {
    let matter = pair('m', [one('first', 29), one('second', 28)])
    const many = Array.from({ length: 1100 }, (_, n) => one(`t${n}`, 20 - n / 100))
    matter = gather(one('last'), [one('first'), ...many], [matter], env)[0]!.next
    expect(matter.tickets).toHaveLength(1000)
    expect(matter.ticketIds).toContain('last')
    expect(JSON.stringify(matter).length).toBeLessThan(200_000)
  })
})

describe('what may be counted', () => {
  const ticket = {
    _id: 't',
    status: 'handling' as const,
    clock: { submittedAt: NOW, stepFrom: NOW },
    place: { townshipId: 'hill' },
    categoryId: 'tap',
    confidential: false,
    accused: { unitIds: [], personIds: [] },
    reporter: { personId: 'openid-1' },
    centreUnitId: 'hill',
  }
  const centres = (more: object) =>
    gathered({ ...ticket, ...more }, [], county, (text) => `#${text}`).centreIds

  it('R-P5 R-D6 never a sensitive ticket nor one about somebody; a township counts its own', () => {
    expect(centres({})).toEqual(['centre', 'hill'])
    expect(centres({ centreUnitId: undefined })).toEqual(['centre'])
    const never = [
      { confidential: true },
      { kind: 'report' },
      { kind: 'praise' },
      { accused: { unitIds: ['water'], personIds: [] } },
      { accused: { unitIds: [], personIds: ['head-water'] } },
      { status: 'withdrawn' },
      { status: 'notAccepted' },
      { place: undefined },
      { categoryId: undefined },
    ]
    for (const more of never) expect([more, centres(more)]).toEqual([more, []])
  })

  it('R-P4 R-D6 knows people by a hash', () => {
    const digest = (text: string) => (text === 'openid-1' ? 'f'.repeat(64) : 'other')
    expect(gathered(ticket, [], county, digest).by).toBe('f'.repeat(32))
  })
})
