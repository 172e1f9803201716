import { backward, FIRST_PAGE, filterFrom, forward, holderWords, neighbour, paramsOf } from './queue'

describe('the list in the address', () => {
  it('is read back as it was written', () => {
    for (const filter of [{ view: 'todo' }, { view: 'late' }, { view: 'all', status: 'handling' }] as const) {
      expect(filterFrom(paramsOf(filter, 't1'))).toEqual(filter)
    }
  })

  it('falls back to what waits for me when the address makes no sense', () => {
    expect(filterFrom({ view: 'constructor', status: 'toString' })).toEqual({ view: 'todo' })
    expect(filterFrom({})).toEqual({ view: 'todo' })
  })
})

describe('paging by key', () => {
  it('goes back the way it came and stays on the first page', () => {
    const third = forward(forward(FIRST_PAGE, 'a'), 'b')
    expect(third).toEqual([undefined, 'a', 'b'])
    expect(backward(third)).toEqual([undefined, 'a'])
    expect(backward(FIRST_PAGE)).toEqual([undefined])
  })
})

describe('neighbour', () => {
  const ids = ['a', 'b', 'c']
  it('moves within the list, stays at its ends and starts at the first', () => {
    expect(neighbour(ids, 'a', 1)).toBe('b')
    expect(neighbour(ids, 'c', 1)).toBe('c')
    expect(neighbour(ids, 'a', -1)).toBe('a')
    expect(neighbour(ids, undefined, 1)).toBe('a')
    expect(neighbour(ids, 'gone', -1)).toBe('a')
    expect(neighbour([], 'a', 1)).toBeUndefined()
  })
})

describe('who has it', () => {
  it('is the reader, somebody else, or nobody any more', () => {
    const card = { waitsForMe: false, holder: '县水利局', status: 'handling' } as const
    expect(holderWords({ ...card, waitsForMe: true })).toBe('等您办')
    expect(holderWords(card)).toBe('现在：县水利局')
    expect(holderWords({ ...card, status: 'closed', holder: '已办结' })).toBeUndefined()
  })
})
