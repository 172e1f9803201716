import type { Kind } from '@core/ticket/words'
import * as s from './steps'
import type { Step } from './steps'

/** How one ticket went, and how many like it the demo county has. */
export interface Story {
  count: number
  steps: Step[]
  /** Only matters of these kinds (as proposed) fit; all kinds but praise, report and suggestion when absent. */
  kinds?: Kind[]
  /** Told on the telephone and entered by an operator: the reporter has no WeChat (R-T11). */
  byPhone?: true
  /** Handed down from above, with their number and date. */
  superior?: true
  /** Only matters with a photo fit. */
  pictured?: true
  /** Told to a township's own centre, which settles it in the township (section 1). */
  township?: true
  /** Told to a leader at a reception and written down at the desk (R-A9). */
  reception?: true
  /** Working hours between the last step and now. */
  idle: [from: number, to: number]
}

const signed = [s.dispatch, s.sign, s.firstContact]
const handled = [...signed, s.progress, s.result]
const approved = [...handled, s.approve]
const fromLeader = [s.escalate, s.instructOnPaper, s.sign, s.firstContact, s.result]
const whistled = [s.dispatchToTownship, s.sign, s.whistle, s.confirmWhistle]
const judged = [...approved, s.rateBadly]
const suggestion: Kind[] = ['suggestion']
const guarded: Kind[] = ['report']

/** At least five end in each of the 13 statuses; the rest is what a county has in two months. */
export const stories: Story[] = [
  // submitted
  { count: 11, steps: [], idle: [0, 3] },
  { count: 2, steps: [], kinds: guarded, idle: [0, 3] },
  // awaitingReporter
  { count: 6, steps: [s.ask], idle: [1, 12] },
  // awaitingInstruction
  { count: 6, steps: [s.escalate], idle: [0, 6] },
  // dispatched
  { count: 12, steps: [s.dispatch], idle: [0, 3] },
  { count: 2, steps: [s.dispatch], kinds: guarded, idle: [0, 3] },
  // handling: on the way, urged, late, back from review, in a redo
  { count: 12, steps: signed, idle: [1, 10] },
  { count: 8, steps: [...signed, s.progress], idle: [2, 14] },
  { count: 4, steps: [...signed, s.urge, s.supplement], idle: [1, 4] },
  { count: 5, steps: signed, idle: [40, 60] },
  { count: 4, steps: [...signed, s.weakResult, s.sendBack], idle: [1, 4] },
  { count: 4, steps: [...judged, s.redo], idle: [1, 8] },
  { count: 2, steps: [s.dispatch, s.sign], kinds: guarded, idle: [1, 8] },
  { count: 3, steps: [s.escalate, s.instruct, s.sign, s.firstContact], idle: [1, 8] },
  // inReview
  { count: 10, steps: handled, idle: [0, 6] },
  { count: 3, steps: [...signed, s.weakResult], idle: [0, 5] },
  { count: 2, steps: [s.escalate, s.instruct, s.sign, s.firstContact, s.result], idle: [0, 4] },
  // awaitingRating
  { count: 14, steps: approved, idle: [1, 20] },
  { count: 4, steps: [...approved, s.callbackNoAnswer], idle: [1, 8] },
  { count: 4, steps: [s.answer], kinds: ['consult'], idle: [1, 12] },
  // inJudgement
  { count: 6, steps: judged, idle: [0, 6] },
  { count: 2, steps: [...judged, s.proposeUnreasonable], idle: [0, 6] },
  // collected
  { count: 6, steps: [s.collect], kinds: suggestion, idle: [4, 60] },
  // closed
  { count: 34, steps: [...approved, s.rateWell], idle: [10, 300] },
  { count: 8, steps: [...approved, s.callbackNoAnswer, s.callbackWell], idle: [10, 200] },
  { count: 8, steps: [s.answer, s.callbackWell], kinds: ['consult'], idle: [10, 200] },
  { count: 6, steps: [...judged, s.redo, s.redoResult, s.approve, s.rateWell], idle: [10, 120] },
  { count: 4, steps: [...judged, s.proposeUnreasonable, s.concur], idle: [10, 120] },
  { count: 3, steps: [s.collect, s.adopt], kinds: suggestion, idle: [10, 60] },
  { count: 3, steps: [s.praise], kinds: ['praise'], idle: [10, 120] },
  { count: 3, steps: [s.ask, s.reply, ...approved, s.rateWell], idle: [10, 150] },
  {
    count: 3,
    steps: [s.dispatch, s.returnTicket, s.dispatch, s.sign, s.firstContact, s.result, s.approve, s.rateWell],
    idle: [10, 150],
  },
  {
    count: 2,
    steps: [...approved, s.rateWell, s.orderRedo, s.redoResult, s.approve, s.rateWell],
    idle: [10, 100],
  },
  // notAccepted, withdrawn, merged
  { count: 6, steps: [s.refuse], idle: [2, 60] },
  { count: 6, steps: [s.dispatch, s.withdraw], idle: [2, 60] },
  { count: 6, steps: [s.merge], idle: [1, 40] },
  // from above; signed on paper; departments whistled to a place
  { count: 1, steps: [s.escalate], superior: true, idle: [0, 5] },
  { count: 1, steps: [s.escalate, s.instruct, s.sign, s.firstContact], superior: true, idle: [1, 8] },
  {
    count: 1,
    steps: [...fromLeader, s.approveOnPaper, s.replyUpward, s.callbackWell],
    superior: true,
    idle: [10, 60],
  },
  { count: 1, steps: [s.escalate, s.instructOnPaper, s.sign, s.firstContact], idle: [1, 8] },
  { count: 1, steps: fromLeader, idle: [0, 4] },
  { count: 2, steps: whistled, pictured: true, idle: [0, 5] },
  { count: 2, steps: [...whistled, s.reportIn], pictured: true, idle: [0, 5] },
  // callers without WeChat, who have to be called (R-N3)
  { count: 2, steps: [s.refuse], idle: [1, 8], byPhone: true },
  { count: 2, steps: [s.ask], idle: [1, 8], byPhone: true },
  { count: 2, steps: handled, idle: [1, 8], byPhone: true },
  // at the townships' own centres
  { count: 4, steps: [], township: true, idle: [0, 3] },
  { count: 4, steps: signed, township: true, idle: [1, 8] },
  { count: 4, steps: handled, township: true, idle: [0, 6] },
  { count: 4, steps: approved, township: true, idle: [1, 20] },
  { count: 4, steps: [...approved, s.callbackWell], township: true, idle: [10, 200] },
  { count: 2, steps: [s.sendUp, ...approved], township: true, idle: [1, 20] },
]

/** How far the voices of a crowd have come (`county/crowds.ts`). */
export const CAME = {
  dispatched: [s.dispatch],
  handling: signed,
  /** R-T3: neighbours are shown that there is such a matter. */
  public: [...signed, s.markPublic],
  publicDone: [...approved, s.markPublic, s.rateWell],
  closed: [...approved, s.rateWell],
} as const satisfies Record<string, readonly Step[]>
