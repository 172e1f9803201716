import type { Person } from '@core/people/types'
import { actorOf } from './access'

const person = (active: boolean): Person => ({
  _id: 'w1',
  version: 1,
  recent: {},
  submissions: [],
  locks: {},
  staff: { role: 'handler', unitId: 'water', name: '赵某', active },
})

it('R-P3 R-P1 the staff record says the role; one that is no longer active is none', () => {
  expect(actorOf(person(true))).toMatchObject({ id: 'w1', role: 'handler', unitId: 'water' })
  expect(actorOf(person(false))).toEqual({ id: 'w1', role: 'citizen' })
})
