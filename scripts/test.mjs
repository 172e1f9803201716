/**
 * `npm test`: everything: checks and the builds (once, used by all tests), then jest. `--only <stage>` runs one stage
 * (with the builds it needs), `--deep` ten times as many random cases. The last line is the totals.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { preflight } from './lib/preflight.mjs'
import { at } from './lib/root.mjs'

preflight()

// Only now: these need the installed libraries.
const { ensureBuilt } = await import('./lib/builds.mjs')
const { checks } = await import('./lib/checks.mjs')
const { runNode } = await import('./lib/child.mjs')
const { findBrowser } = await import('./lib/chromium.mjs')
const { runAll, stage } = await import('./lib/stages.mjs')
const { countsOf, totalsLine } = await import('./lib/totals.mjs')

/** The jest stages: which projects, which builds they use, and the environment they are to run in. */
const SUITES = {
  unit: { projects: ['unit', 'rules'] },
  // A rule that forgets the time zone passes in one of the two.
  'unit-shanghai': { projects: ['unit'], env: { TEST_TZ: 'Asia/Shanghai' } },
  cloud: { projects: ['conformance', 'integration'], builds: ['functions'] },
  // What phones and the cloud are given: how it behaves, and whether it may be uploaded.
  weapp: { projects: ['weapp', 'deploy'], builds: ['functions', 'weapp'] },
  browser: { projects: ['browser'], builds: ['functions', 'h5', 'localcloud'] },
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

async function runJest(name, { projects, env = {} }) {
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
    ],
    { env: { ...env, ...(options.deep ? { FC_RUNS: '2000' } : {}) }, show: 'stderr' },
  )
  const counts = countsOf(report)
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  for (const key of Object.keys(totals)) totals[key] += counts[key]
  if (counts.failed) throw new Error(totalsLine(counts))
}

mkdirSync(at('.cache', 'test'), { recursive: true })
const needed = new Set(
  options.only === 'build' ? ['functions', 'h5', 'weapp'] : suites.flatMap(([, { builds = [] }]) => builds),
)
const unbuilt = new Set()
const building = [...needed].map((name) => async () => {
  const ok = await stage(`build ${name}`, () => ensureBuilt(name))
  if (!ok) unbuilt.add(name)
  return ok
})
const before = [...building, ...(wanted('check') ? checks() : [])]
await runAll(
  before.map((work) => async () => {
    const ok = await work()
    failedUnless(ok)
    return ok
  }),
  2,
)

/** Stages of one environment are one run of jest: both cores have work until the very last file. */
const runs = new Map()
for (const [name, { projects, builds = [], env = {} }] of suites) {
  const missing = builds.filter((build) => unbuilt.has(build))
  if (missing.length) {
    console.log(`✖ ${name} 未运行：${missing.join('、')} 没有构建成功`)
    continue
  }
  const key = JSON.stringify(env)
  const run = runs.get(key) ?? { names: [], projects: [], env }
  run.names.push(name)
  run.projects.push(...projects)
  runs.set(key, run)
}
for (const { names, ...run } of runs.values()) {
  const name = names.join('-')
  await stage(name, () => runJest(name, run))
}

console.log(`用时 ${Math.round((Date.now() - started) / 1000)} s`)
console.log(totalsLine(totals))
process.exitCode = totals.failed ? 1 : 0
