import { knowledge } from '../../tests/factories/knowledge'
import { make } from '../ticket/testing/drive'
import { people } from '../ticket/testing/people'
import { mayBeTold } from '.'

it('R-A8, R-P5 the brief names the visitor’s own open matters, and none that is confidential, a tip-off or accuses its reader', () => {
  const told = (ticket: Parameters<typeof mayBeTold>[0], personId = 'citizen-1') =>
    mayBeTold(ticket, personId, people.leader, knowledge)
  const reporter = { personId: 'citizen-1' }
  const own = make({ reporter })
  expect(told(own)).toBe(true)
  expect(told(own, 'citizen-2')).toBe(false)
  expect(told(make({ reporter, submission: { confidential: true } }))).toBe(false)
  expect(told(make({ reporter, submission: { kind: 'report' } }))).toBe(false)
  expect(told({ ...own, accused: { unitIds: [], personIds: [people.leader.id] } })).toBe(false)
})
