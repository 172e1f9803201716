/**
 * `npm test`: everything, in stages: checks, the builds (once, used by all tests), then jest. `--only <stage>` runs
 * one (with the builds it needs), `--deep` ten times as many random cases. The last line is the totals.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { preflight } from './lib/preflight.mjs'
import { at } from './lib/root.mjs'

preflight()

// Only now: these need the installed libraries.
const { ensureBuilt } = await import('./lib/builds.mjs')
const { check } = await import('./lib/checks.mjs')
const { runNode } = await import('./lib/child.mjs')
const { findBrowser } = await import('./lib/chromium.mjs')
const { runAll, stage } = await import('./lib/stages.mjs')
const { countsOf, totalsLine } = await import('./lib/totals.mjs')

/** The jest stages: which projects, which builds they use, and what is special. */
const SUITES = {
  unit: { projects: ['unit', 'rules'] },
  // A rule that forgets the time zone passes in one of the two.
  'unit-shanghai': { projects: ['unit'], env: { TEST_TZ: 'Asia/Shanghai' } },
  cloud: { projects: ['conformance', 'integration'], builds: ['functions'] },
  // What phones and the cloud are given: how it behaves, and whether it may be uploaded.
  weapp: { projects: ['weapp', 'deploy'], builds: ['functions', 'weapp'] },
  // One worker: one browser at a time is what two cores carry.
  browser: { projects: ['browser'], builds: ['functions', 'h5', 'localcloud'], args: ['--maxWorkers=1'] },
}
const STAGES = ['check', 'build', ...Object.keys(SUITES)]

const { values: options } = parseArgs({ options: { only: { type: 'string' }, deep: { type: 'boolean' } } })
if (options.only && !STAGES.includes(options.only)) {
  console.error(`没有阶段 ${options.only}；有 ${STAGES.join('、')}`)
  process.exit(1)
}
const wanted = (name) => !options.only || options.only === name
const suites = Object.entries(SUITES).filter(([name]) => wanted(name))

// First, so that a missing browser is said at once and not after five minutes.
if (wanted('browser')) {
  try {
    findBrowser()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

const started = Date.now()
const totals = { passed: 0, failed: 0, skipped: 0 }
/** Checks and builds are not tests, but one that fails counts as a failure. */
const failedUnless = (ok) => (totals.failed += ok ? 0 : 1)

async function runJest(name, { projects, env = {}, args = [] }) {
  const report = at('.cache', 'test', `${name}.json`)
  rmSync(report, { force: true })
  const { code } = await runNode(
    [
      at('node_modules', 'jest', 'bin', 'jest.js'),
      '--ci',
      '--selectProjects',
      ...projects,
      '--json',
      '--outputFile',
      report,
      ...args,
    ],
    { env: { ...env, ...(options.deep ? { FC_RUNS: '2000' } : {}) }, show: 'stderr' },
  )
  const counts = countsOf(report)
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  for (const key of Object.keys(totals)) totals[key] += counts[key]
  if (counts.failed) throw new Error(totalsLine(counts))
}

mkdirSync(at('.cache', 'test'), { recursive: true })
if (wanted('check')) failedUnless(await check())

const needed = new Set(
  options.only === 'build' ? ['functions', 'h5', 'weapp'] : suites.flatMap(([, { builds = [] }]) => builds),
)
const unbuilt = new Set()
await runAll(
  [...needed].map((name) => async () => {
    const ok = await stage(`build ${name}`, () => ensureBuilt(name))
    if (!ok) unbuilt.add(name)
    failedUnless(ok)
    return ok
  }),
  2,
)

for (const [name, suite] of suites) {
  const missing = (suite.builds ?? []).filter((build) => unbuilt.has(build))
  if (missing.length) console.log(`✖ ${name} 未运行：${missing.join('、')} 没有构建成功`)
  else await stage(name, () => runJest(name, suite))
}

console.log(`用时 ${Math.round((Date.now() - started) / 1000)} s`)
console.log(totalsLine(totals))
process.exitCode = totals.failed ? 1 : 0
