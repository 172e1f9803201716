import { putOff, triedAgain, without, type Waiting } from './waiting'
import { DAY, MINUTE } from './workdays'

const now = new Date('2026-11-24T01:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

it('R-D3 R-D6 what could not be taken is tried again in 1, 2, 4 … minutes, at last once a day, and never dropped alone', () => {
  let waiting: Waiting[] = []
  const pauses = Array.from({ length: 13 }, () => {
    waiting = putOff(waiting, 'a', now)
    return (waiting[0]!.at.getTime() - now.getTime()) / MINUTE
  })
  expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8])
  expect(pauses[12]).toBe(DAY / MINUTE)
  waiting = putOff(waiting, 'b', now)
  expect(triedAgain(waiting, later(MINUTE))).toEqual(['b'])
  expect(triedAgain(waiting, later(DAY)).sort()).toEqual(['a', 'b'])
  expect(without(waiting, 'b')).toMatchObject([{ id: 'a', failures: 13 }])
})

it('keeps a job small: of very many those that failed least', () => {
  let waiting: Waiting[] = [{ id: 'old', failures: 9, at: now }]
  for (let nth = 0; nth < 200; nth++) waiting = putOff(waiting, `t${nth}`, now)
  expect(waiting).toHaveLength(200)
  expect(waiting.some(({ id }) => id === 'old')).toBe(false)
})
