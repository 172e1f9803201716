import { handling, inJudgement, make } from './testing/drive'
import { asked, redone, refused } from './testing/stages'
import { personKey } from './audience'
import { people } from './testing/people'
import type { Ticket } from './types'

/** The notices to the reporter for which somebody without WeChat is called. */
const calls = ({ outbox }: Ticket) =>
  outbox.filter(({ to, call }) => call && to === personKey(people.reporter.id)).map(({ title }) => title)

describe('R-N3 whom somebody calls', () => {
  it('R-N3 refused, asked and done again are calls; the steps on the way are none', () => {
    expect(calls(refused())).toEqual(['不予受理'])
    expect(calls(asked())).toEqual(['需要您补充说明'])
    expect(calls(redone(1))).toEqual(['将重新办理'])
    expect(calls(handling(make()))).toEqual([])
    expect(calls(inJudgement())).toEqual([])
  })
})
