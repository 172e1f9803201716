import fc from 'fast-check'
import { DEFAULT_NUMBERS } from '../knowledge/defaults'
import type { Knowledge, Unit } from '../knowledge'
import { isAccusedUnit } from '../knowledge'
import { propose } from './propose'
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

  it('R-D2 warns and lowers its confidence when a township without power would stand alone', () => {
    const proposal = propose(said('村务不公开'), knowledge)
    expect(proposal.leadUnitId.confidence).toBeLessThanOrEqual(0.5)
    expect(proposal.leadUnitId.reasons.join()).toContain('执法权')
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

  it('R-P5 never proposes an accused unit or one below it (property)', () => {
    const ids = knowledge.units.filter(({ level }) => level !== 'county').map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.constantFrom('停水', '宅基地', '村务', '猫'),
        fc.subarray(ids, { maxLength: 3 }),
        fc.option(fc.constantFrom('report' as const, 'help' as const), { nil: undefined }),
        (words, accusedUnitIds, kind) => {
          const proposal = propose(said(words, { accusedUnitIds, kind }), knowledge)
          for (const id of [proposal.leadUnitId.value, ...proposal.coUnitIds]) {
            expect(isAccusedUnit(knowledge, id, accusedUnitIds)).toBe(false)
          }
        },
      ),
    )
  })
})
