/**
 * `npm run rules`: each rule with the tests that name it. Ends with 1 when a test names a rule that does not exist.
 * `--prove` also switches off one part of each rule in turn and ends with 1 when no test of that rule notices.
 */
import { parseArgs } from 'node:util'
import { preflight } from './lib/preflight.mjs'

preflight()
const { loadTs } = await import('./lib/load-ts.mjs')
const { testsByRule } = await import('./rules/tests.mjs')
const { prove } = await import('./rules/prove.mjs')

const { values: options } = parseArgs({ options: { prove: { type: 'boolean' } } })
const { RULES } = await loadTs('tests/rules/rules.ts')
const { MUTATIONS } = await loadTs('tests/mutations/index.ts')
const known = new Set(RULES.flatMap(({ rules }) => Object.keys(rules)))
const found = testsByRule()
const mutated = new Set(MUTATIONS.map(({ rule }) => rule))

let untested = 0
for (const { title, rules } of RULES) {
  console.log(`\n${title}`)
  for (const [rule, words] of Object.entries(rules)) {
    const files = found.get(rule)
    const tests = [...(files?.values() ?? [])].reduce((sum, each) => sum + each, 0)
    if (tests === 0) untested++
    const mark = tests === 0 ? '✖' : mutated.has(rule) ? '✓' : '·'
    const where = tests === 0 ? '没有测试' : `${tests} 个测试：${[...files.keys()].join(' ')}`
    console.log(`${mark} ${rule.padEnd(5)} ${words}\n        ${where}`)
  }
}
console.log(`\n${known.size} 条规则，${untested} 条没有测试（✖）；· 表示变异表里还没有`)

const strangers = [...found].filter(([rule]) => !known.has(rule))
for (const [rule, files] of strangers) console.error(`✖ 没有规则 ${rule}：${[...files.keys()].join(' ')}`)
if (strangers.length > 0) process.exitCode = 1

if (options.prove) {
  console.log('\n关掉一条规则，测试应当变红：')
  const started = Date.now()
  if ((await prove(MUTATIONS, known)) > 0) process.exitCode = 1
  console.log(`用时 ${Math.round((Date.now() - started) / 1000)} s`)
}
