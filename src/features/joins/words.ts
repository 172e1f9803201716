import type { JoinView } from '@core/contracts/ticket/joins'
import { OUTCOMES, type Status } from '@core/ticket/words'

const STANDS: Record<Status, string> = {
  submitted: '中心正在受理',
  awaitingReporter: '正在向反映人了解情况',
  awaitingInstruction: '已报请县领导批示',
  dispatched: '已交承办单位办理',
  handling: '承办单位正在办理',
  inReview: '单位已办完，中心正在审核结果',
  awaitingRating: '已有办理结果，正在请反映人评价',
  inJudgement: '有反映人不满意，正在研判是否重办',
  collected: '建议已收下，汇总后每月答复',
  closed: '这件事已经办结',
  notAccepted: '这件事没有受理。您的情况不同的，可以自己反映',
  withdrawn: '反映人已撤回。事情还在的，您可以自己反映',
  merged: '已和同一件事一起办理',
}

/** Where it stands, for somebody who is not its reporter. */
export const standsWords = ({ status, holder }: Pick<JoinView, 'status' | 'holder'>): string =>
  holder === undefined ? STANDS[status] : `现在由${holder}办理`

/** What became of it. */
export const outcomeWords = ({ outcome }: Pick<JoinView, 'outcome'>): string | undefined =>
  outcome && `办理结果：${OUTCOMES[outcome]}`

/** Nothing more comes of it, so there is nothing to stop hearing of. */
export const hasEnded = ({ status }: Pick<JoinView, 'status'>): boolean =>
  ['closed', 'notAccepted', 'withdrawn'].includes(status)
