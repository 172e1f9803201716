import { dispatching, markable, marked, type Proposed } from './marking'

const order = ['a', 'b', 'c', 'd']

describe('marking', () => {
  it('marks and unmarks one, or all up to it as it becomes', () => {
    expect([...marked(new Set(), 'b', order)]).toEqual(['b'])
    expect([...marked(new Set(['b']), 'b', order)]).toEqual([])
    expect([...marked(new Set(['b']), 'd', order, 'b')].sort()).toEqual(['b', 'c', 'd'])
    expect([...marked(new Set(order), 'a', order, 'c')]).toEqual(['d'])
    expect([...marked(new Set(), 'b', order, 'gone')]).toEqual(['b'])
  })
})

describe('what is sent', () => {
  const proposed = {
    kind: 'help',
    categoryId: 'tap',
    leadUnitId: 'water',
    coUnitIds: ['town'],
    handlingClass: 'threeDay',
    deadline: 1,
    confidence: 0.6,
  } as const
  const item = { card: { id: 't1' }, seen: 3, proposed } as unknown as Proposed

  it('is the proposal as it was looked at, or the same for the unit chosen for all, which is not its own co-unit', () => {
    expect(dispatching(item)).toEqual({
      ticketId: 't1',
      kind: 'help',
      categoryId: 'tap',
      leadUnitId: 'water',
      coUnitIds: ['town'],
      handlingClass: 'threeDay',
      seen: 3,
    })
    expect(dispatching(item, 'town')).toMatchObject({ leadUnitId: 'town', coUnitIds: [] })
  })

  it('only what is proposed and not to be handled by itself can be marked', () => {
    const alone = { ...item, alone: '紧急事项' }
    const { proposed: _none, ...nothing } = item
    expect(markable([item, alone, nothing])).toEqual([item])
  })
})
