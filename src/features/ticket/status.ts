import type { IconName } from '@/components/icon'
import type { Tone } from '@/components/tag'
import type { Status } from '@core/ticket/words'

/** Icon and colour of every status; the word is in core/ticket/words. Accent where the reporter must act. */
export const STATUS_LOOK: Record<Status, { icon: IconName; tone: Tone }> = {
  submitted: { icon: 'inbox', tone: 'main' },
  awaitingReporter: { icon: 'question', tone: 'act' },
  awaitingInstruction: { icon: 'sign', tone: 'main' },
  dispatched: { icon: 'send', tone: 'main' },
  handling: { icon: 'work', tone: 'main' },
  inReview: { icon: 'search', tone: 'main' },
  awaitingRating: { icon: 'star', tone: 'act' },
  inJudgement: { icon: 'scales', tone: 'main' },
  collected: { icon: 'bulb', tone: 'ok' },
  closed: { icon: 'done', tone: 'ok' },
  notAccepted: { icon: 'no', tone: 'plain' },
  withdrawn: { icon: 'undo', tone: 'plain' },
  merged: { icon: 'merge', tone: 'plain' },
}

/** What a status means for the person who reported, in one sentence. */
export const STATUS_MEANS: Record<Status, string> = {
  submitted: '已经收到，中心正在看',
  awaitingReporter: '有一个问题想问您，等您答复后继续办',
  awaitingInstruction: '已报请县领导批示',
  dispatched: '已交给承办单位，等单位签收',
  handling: '承办单位正在办理',
  inReview: '单位已办完，中心正在审核结果',
  awaitingRating: '已经有了答复，请您评价',
  inJudgement: '您不满意，中心正在研判是否重办',
  collected: '建议已收下，汇总后每月答复',
  closed: '这件事已经办结',
  notAccepted: '这件事不能受理',
  withdrawn: '您已撤回这件事',
  merged: '已和同一件事一起办理，进展会同样告诉您',
}
