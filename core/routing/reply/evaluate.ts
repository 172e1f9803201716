import { measureLabels, type LabelFigures } from '../category/measure'
import { partsOf } from '../category/train'
import { groupedByWording, learn, type JudgedReply } from './judge'
import { OF_CAUGHT, OF_ONE_PIECE, reasonsFor, type Answer, type Reason } from './reasons'
import { wordingOf } from './signs'

export interface ReplyFigures {
  /** Of the perfunctory label, as the two after it. */
  f1: number
  precision: number
  recall: number
  /** Of the good replies, the share that was caught. */
  falseAlarms: number
  macroF1: number
  perClass: Record<string, LabelFigures>
  /** How often each reason was named for a reply that was caught; one reply may have several. */
  reasons: Partial<Record<Reason, number>>
  /**
   * What the reasons catch by themselves, with nothing learned, as the product checks a unit's result. Copies are left
   * out: there they are looked for in what the same unit wrote last.
   */
  byRules: { precision: number; recall: number; falseAlarms: number }
}

/** R-H5: how well perfunctory replies are caught among `test` after learning from `train` alone. */
export function evaluate(
  train: readonly JudgedReply[],
  test: readonly JudgedReply[],
  perfunctory: string,
): ReplyFigures {
  const judge = learn(train, perfunctory)
  return figuresOf(test, test.map(judge), perfunctory)
}

/** The same by cross-validation; replies with one wording stay together. */
export function crossValidate(
  replies: readonly JudgedReply[],
  folds: number,
  perfunctory: string,
): ReplyFigures {
  const part = partsOf(groupedByWording(replies), folds)
  const said: string[] = []
  for (let held = 0; held < folds; held++) {
    const judge = learn(
      replies.filter((_, i) => part[i] !== held),
      perfunctory,
    )
    replies.forEach((reply, i) => {
      if (part[i] === held) said[i] = judge(reply)
    })
  }
  return figuresOf(replies, said, perfunctory)
}

function figuresOf(
  replies: readonly JudgedReply[],
  said: readonly string[],
  perfunctory: string,
): ReplyFigures {
  const judged = replies.map(({ label }, i) => ({ answer: label, ranked: [{ label: said[i]! }] }))
  const { macroF1, perClass } = measureLabels(judged)
  const { f1, precision, recall } = perClass[perfunctory] ?? { f1: 0, precision: 0, recall: 0 }
  const falseAlarms = falseAlarmsOf(replies, (i) => said[i] === perfunctory, perfunctory)
  const isCaught = (i: number) => reasonsFor(answerOf(replies[i]!), OF_ONE_PIECE).length > 0
  const caught = [...replies.keys()].filter(isCaught)
  const right = caught.filter((i) => replies[i]!.label === perfunctory).length
  const byRules = {
    precision: caught.length === 0 ? 0 : right / caught.length,
    recall: right / Math.max(1, perClass[perfunctory]?.count ?? 0),
    falseAlarms: falseAlarmsOf(replies, isCaught, perfunctory),
  }
  const reasons = reasonsOf(
    replies.filter((_, i) => said[i] === perfunctory),
    replies,
  )
  return { f1, precision, recall, falseAlarms, macroF1, perClass, reasons, byRules }
}

/** Of the good replies, the share that is caught. */
function falseAlarmsOf(
  replies: readonly JudgedReply[],
  isCaught: (i: number) => boolean,
  perfunctory: string,
): number {
  const good = [...replies.keys()].filter((i) => replies[i]!.label !== perfunctory)
  return good.length === 0 ? 0 : good.filter(isCaught).length / good.length
}

function reasonsOf(caught: readonly JudgedReply[], all: readonly JudgedReply[]): ReplyFigures['reasons'] {
  const uses = new Map<string, number>()
  for (const { reply } of all) uses.set(wordingOf(reply), (uses.get(wordingOf(reply)) ?? 0) + 1)
  const counts: ReplyFigures['reasons'] = {}
  for (const reply of caught) {
    const wording = wordingOf(reply.reply)
    const found = reasonsFor(answerOf(reply, wording !== '' && uses.get(wording)! > 1), OF_CAUGHT)
    // Where no sign is missing, it is the wording alone that was learned.
    for (const reason of found.length > 0 ? found : (['wording'] as const)) {
      counts[reason] = (counts[reason] ?? 0) + 1
    }
  }
  return counts
}

const answerOf = ({ title, body, reply }: JudgedReply, copied = false): Answer => ({
  asked: title + body,
  found: reply,
  done: reply,
  copied,
})
