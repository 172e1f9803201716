import fc from 'fast-check'
import { DEFAULT_NUMBERS } from '../knowledge/defaults'
import type { Knowledge, Unit } from '../knowledge'
import { isAccusedUnit, isLoneWithoutPower } from '../knowledge'
import { train } from './category'
import { labelsOf, NOTHING_LEARNED, wordsOf } from './learning'
import { propose } from './propose'
import { NOISE_LESSONS, NOISE_UNSEEN, OTHERS } from './testing/texts'
import type { Submission } from './types'

const unit = (
  id: string,
  level: Unit['level'],
  parentId?: string,
  enforces = level === 'department',
): Unit => ({
  id,
  name: `${id}单位`,
  shortName: id,
  level,
  enforces,
  ...(parentId ? { parentId } : {}),
})

const knowledge: Knowledge = {
  version: 1,
  county: {
    code: 'LX',
    name: '县',
    phone: '12345',
    centreUnitId: 'centre',
    supervisionUnitId: 'supervision',
  },
  units: [
    unit('county', 'county'),
    unit('centre', 'department', 'county', false),
    unit('supervision', 'department', 'county'),
    unit('water', 'department', 'county'),
    unit('water-supply', 'station', 'water'),
    unit('land', 'department', 'county'),
    unit('liulin', 'township', 'county'),
    unit('liulin-v1', 'village', 'liulin'),
  ],
  categories: [
    { id: 'g', name: '组', keywords: [], handlingClass: 'fixed' },
    {
      id: 'supply',
      name: '供水',
      parentId: 'g',
      keywords: [
        { word: '停水', weight: 4 },
        { word: '水', weight: 1 },
      ],
      handlingClass: 'threeDay',
    },
    {
      id: 'dispute',
      name: '宅基地',
      parentId: 'g',
      keywords: [{ word: '宅基地', weight: 5 }],
      handlingClass: 'fixed',
    },
    {
      id: 'lone',
      name: '村务',
      parentId: 'g',
      keywords: [{ word: '村务', weight: 5 }],
      handlingClass: 'fixed',
    },
    { id: 'other', name: '其他', parentId: 'g', keywords: [], handlingClass: 'fixed' },
  ],
  responsibilities: [
    { categoryId: 'supply', lead: { unitId: 'water-supply' }, coUnits: ['township'], clause: '第 1 条' },
    { categoryId: 'dispute', lead: 'township', coUnits: [{ unitId: 'land' }], clause: '第 2 条' },
    { categoryId: 'lone', lead: 'township', coUnits: [], clause: '第 3 条' },
  ],
  leaders: [],
  calendar: { extraWorkdays: [], extraHolidays: [] },
  policies: {
    urgentWords: ['燃气泄漏'],
    kindWords: [{ kind: 'consult', words: ['请问'] }],
    ...DEFAULT_NUMBERS,
  },
}

const said = (words: string, more: Partial<Submission> = {}): Submission => ({
  words,
  confidential: false,
  accusedUnitIds: [],
  place: { townshipId: 'liulin' },
  ...more,
})

describe('propose', () => {
  it('R-D1 gives category, lead, co-units and class with reasons in words', () => {
    const proposal = propose(said('昨晚停水，想知道原因'), knowledge)
    expect(proposal.categoryId).toEqual({ value: 'supply', confidence: 0.8, reasons: ['提到‘停水’'] })
    expect(proposal.leadUnitId).toMatchObject({
      value: 'water-supply',
      reasons: ['water-supply单位：第 1 条'],
    })
    expect(proposal.coUnitIds).toEqual(['liulin'])
    expect(proposal.handlingClass.value).toBe('threeDay')
  })

  it('R-D1 keeps the kind the reporter chose and guesses it otherwise', () => {
    expect(propose(said('停水了', { kind: 'complaint' }), knowledge).kind).toMatchObject({
      value: 'complaint',
      confidence: 1,
    })
    expect(propose(said('请问何时停水'), knowledge).kind.value).toBe('consult')
  })

  it('R-D1 says so, with no confidence, when no word is known', () => {
    const proposal = propose(said('一只猫头鹰'), knowledge)
    expect(proposal.categoryId).toMatchObject({ value: 'other', confidence: 0 })
    expect(proposal.leadUnitId.value).toBe('centre')
  })

  it('R-D2 takes the township of the place as lead', () => {
    expect(propose(said('宅基地纠纷'), knowledge).leadUnitId.value).toBe('liulin')
  })

  it('R-D2 without a place the department beside the township leads', () => {
    const proposal = propose(said('宅基地纠纷', { place: undefined }), knowledge)
    expect(proposal.leadUnitId.value).toBe('land')
    expect(proposal.coUnitIds).toEqual([])
  })

  it('R-D2 never leaves a matter to a township without power alone: the centre says who', () => {
    const proposal = propose(said('村务不公开'), knowledge)
    expect(proposal.leadUnitId).toMatchObject({ value: 'centre' })
    expect(proposal.leadUnitId.confidence).toBeLessThanOrEqual(0.5)
    expect(proposal.leadUnitId.reasons.join()).toContain('执法权')
  })

  it('R-D1 names the next likely categories with what follows from each', () => {
    const { others } = propose(said('停水，还有宅基地的事'), knowledge)
    expect(others).toHaveLength(1)
    expect(others![0]).toMatchObject({
      categoryId: { value: 'supply' },
      leadUnitId: { value: 'water-supply' },
      handlingClass: { value: 'threeDay' },
    })
  })

  it('R-D3 proposes what was learned from the centre’s own tickets, and says by which words', () => {
    const taught = [...NOISE_LESSONS].map((body) => ({ message: { body }, label: 'lone' }))
    const about = OTHERS.slice(0, 10).map(({ words }) => ({ message: { body: words }, label: 'supply' }))
    const model = train([...taught, ...about], labelsOf(knowledge), wordsOf(knowledge))
    const proposal = propose(said(NOISE_UNSEEN[0]), knowledge, { ...NOTHING_LEARNED, model })
    expect(proposal.categoryId.value).toBe('lone')
    expect(proposal.categoryId.reasons.join()).toContain('提到')
    const tap = propose(said('我家停水三天了，水压太低'), knowledge, { ...NOTHING_LEARNED, model }).categoryId
    expect(tap.value).toBe('supply')
    // The county's own words first, and no piece of them again; no joint of two words.
    expect(tap.reasons.join()).toMatch(/^提到‘停水’/)
    expect(tap.reasons.join()).not.toMatch(/‘[^’]*(停水三|家停水|天了)[^’]*’/)
  })

  it('R-D3 goes by rules alone, and says so, when what was learned cannot be read', () => {
    const { categoryId } = propose(said('停水三天了'), knowledge, { ...NOTHING_LEARNED, broken: true })
    expect(categoryId.value).toBe('supply')
    expect(categoryId.reasons.join()).toContain('读不出来')
  })

  it('R-D3 gives a matter to the unit that took such matters when the listed one gave them back', () => {
    const count = (unitId: string, took: number, returned: number) => ({
      categoryId: 'supply',
      townshipId: 'liulin',
      unitId,
      took,
      returned,
    })
    const units = [count('water-supply', 0, 3), count('land', 3, 0)]
    const { leadUnitId } = propose(said('停水三天了'), knowledge, { units })
    expect(leadUnitId).toMatchObject({ value: 'land', confidence: 0.8 })
    expect(leadUnitId.reasons.join()).toContain('退回过 3 次')
    expect(
      propose(said('停水', { accusedUnitIds: ['land'] }), knowledge, { units }).leadUnitId.value,
    ).not.toBe('land')
  })

  it('R-P5 gives the matter to the superior of an accused station, and to supervision above a department', () => {
    expect(propose(said('停水', { accusedUnitIds: ['water-supply'] }), knowledge).leadUnitId.value).toBe(
      'water',
    )
    expect(propose(said('停水', { accusedUnitIds: ['water'] }), knowledge).leadUnitId.value).toBe(
      'supervision',
    )
  })

  it('R-P5 sends tip-offs to supervision', () => {
    expect(propose(said('停水', { kind: 'report' }), knowledge).leadUnitId.value).toBe('supervision')
  })

  it('R-D7 marks words of danger urgent and handles them the same day', () => {
    const proposal = propose(said('楼道里燃气泄漏'), knowledge)
    expect(proposal.urgent.value).toBe(true)
    expect(proposal.handlingClass.value).toBe('instant')
  })

  it('R-P5, R-D2 never proposes an accused unit or one below it, nor one without power alone (property)', () => {
    const ids = knowledge.units.filter(({ level }) => level !== 'county').map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.constantFrom('停水', '宅基地', '村务', '猫'),
        fc.subarray(ids, { maxLength: 3 }),
        fc.option(fc.constantFrom('report' as const, 'help' as const), { nil: undefined }),
        (words, accusedUnitIds, kind) => {
          const proposal = propose(said(words, { accusedUnitIds, kind }), knowledge)
          for (const one of [proposal, ...proposal.others!]) {
            for (const id of [one.leadUnitId.value, ...one.coUnitIds]) {
              expect(isAccusedUnit(knowledge, id, accusedUnitIds)).toBe(false)
            }
            expect(isLoneWithoutPower(knowledge, one.leadUnitId.value, one.coUnitIds)).toBe(false)
          }
        },
      ),
    )
  })
})
