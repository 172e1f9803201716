/**
 * `npm run -s eval:reply -- --train FILE (--test FILE | --folds 5)`: R-H5, how well perfunctory replies are caught. One
 * `{title, body, reply}` a line with either `explained` (0: only forwarded or noted) or `replyType` (敷衍); rows 未标 are
 * neither learned from nor measured. One JSON object
 * `{f1, precision, recall, falseAlarms, macroF1, perClass, reasons, byRules}`; `byRules`: what the product's own check catches.
 */
import { filesFrom, readRows, refuse } from './lib/jsonl.mjs'
import { loadTs } from './lib/load-ts.mjs'
import { preflight } from './lib/preflight.mjs'

const USAGE = 'npm run -s eval:reply -- --train FILE (--test FILE | --folds 5)'

preflight()
const folding = process.argv.includes('--folds')
const [trainFile, other] = filesFrom(['train', folding ? 'folds' : 'test'], USAGE)
const { crossValidate, evaluate, judgedRows, kindOf, problemOf } = await loadTs('core/routing/reply/index.ts')

let kind
const train = repliesOf(trainFile)
const figures = folding
  ? crossValidate(train, foldsFrom(other), kind.perfunctory)
  : evaluate(train, repliesOf(other), kind.perfunctory)
console.log(
  JSON.stringify(figures, (_, value) =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
  ),
)

/** The first row tells the kind; the others, and those of the other file, have to be of it too. */
function repliesOf(file) {
  const rows = readRows(file, ['title', 'body', 'reply'], (row) => {
    kind ??= kindOf(row)
    return problemOf(row, kind)
  })
  const replies = judgedRows(rows, kind)
  return replies.length > 0 ? replies : refuse(`${file} 里没有评判过的答复`)
}

function foldsFrom(text) {
  const folds = Number(text)
  return Number.isInteger(folds) && folds >= 2 ? folds : refuse('--folds 应是不小于 2 的整数')
}
