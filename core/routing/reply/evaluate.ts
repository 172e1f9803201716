import { measureLabels, type LabelFigures } from '../category/measure'
import { partsOf } from '../category/train'
import { groupedByWording, learn, type JudgedReply } from './judge'
import { reasonsFor, type Reason } from './reasons'
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
  const good = judged.filter(({ answer }) => answer !== perfunctory)
  const alarms = good.filter(({ ranked }) => ranked[0]!.label === perfunctory).length
  const falseAlarms = good.length === 0 ? 0 : alarms / good.length
  const caught = replies.filter((_, i) => said[i] === perfunctory)
  return { f1, precision, recall, falseAlarms, macroF1, perClass, reasons: reasonsOf(caught, replies) }
}

function reasonsOf(
  caught: readonly JudgedReply[],
  all: readonly JudgedReply[],
): Partial<Record<Reason, number>> {
  const uses = new Map<string, number>()
  for (const { reply } of all) uses.set(wordingOf(reply), (uses.get(wordingOf(reply)) ?? 0) + 1)
  const counts: Partial<Record<Reason, number>> = {}
  for (const reply of caught) {
    const wording = wordingOf(reply.reply)
    for (const reason of reasonsFor(reply, wording !== '' && uses.get(wording)! > 1)) {
      counts[reason] = (counts[reason] ?? 0) + 1
    }
  }
  return counts
}
