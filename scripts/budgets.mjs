/** `npm run budgets`: measures the built mini-program and keeps the table of budgets and checks in the README. */
import { readFileSync, writeFileSync } from 'node:fs'
import { preflight } from './lib/preflight.mjs'
import { at } from './lib/root.mjs'

preflight()
const { buildOrExit } = await import('./lib/builds.mjs')
const { runNode } = await import('./lib/child.mjs')

await buildOrExit(['functions', 'weapp'])
const jest = at('node_modules', 'jest', 'bin', 'jest.js')
const { code, output } = await runNode([
  jest,
  '--selectProjects',
  'weapp',
  '-w',
  '2',
  'budgets',
  'score.test',
])

/** `  ✓ what  measured / limit  where`, as the tests print it. */
const rows = [...new Set(output.split('\n').filter((line) => /^ {2}[✓✖] .* {2}\S/.test(line)))].map(
  (line) => {
    const [what, measured, where = ''] = line.trim().split(/ {2,}/)
    return `| ${what} | ${measured} | ${where} |`
  },
)
if (code !== 0 || rows.length === 0) {
  console.error(output)
  console.error('没有全部通过，README 里的表没有改')
  process.exit(1)
}

const START = '<!-- budgets:start -->'
const END = '<!-- budgets:end -->'
const file = at('README.md')
const readme = readFileSync(file, 'utf8')
const [before, after] = [readme.indexOf(START), readme.indexOf(END)]
if (before < 0 || after < before) throw new Error(`README.md 里没有 ${START} … ${END}`)
const table = ['', '', '| 检查 | 测得 / 上限 | 在哪 |', '| --- | --- | --- |', ...rows, '', ''].join('\n')
writeFileSync(file, readme.slice(0, before + START.length) + table + readme.slice(after))
console.log(`README.md：${rows.length} 行`)
