/**
 * `npm run deploy`: builds what has changed, says exactly what will be done, then does it: database, rules and
 * functions through CloudBase, the mini-program through WeChat's uploader. `--dry-run` stops after saying, and needs
 * no account. Everything it does may be done again (deploy/README.md).
 */
import { parseArgs } from 'node:util'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
process.chdir(root)

// Only now: these need the installed libraries.
const { buildOrExit } = await import('./lib/builds.mjs')
const { loadBundled } = await import('./lib/bundle.mjs')
const { weappPackages } = await import('./lib/packages.mjs')

function readFlags() {
  try {
    return parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } }).values
  } catch {
    console.error('用法：npm run deploy -- [--dry-run]（只说要做什么，不做）')
    process.exit(1)
  }
}

// Not console.log: while the two libraries work, theirs is silent.
const say = (line) => process.stdout.write(`${line}\n`)

const dryRun = readFlags()['dry-run']
// The command itself is TypeScript, because it reads `deploy/` with the local cloud's own readers.
const { deploy, DeployFailure, describePlan, loadLibraries, makePlan, readSettings } =
  await loadBundled('scripts/deploy/main.ts')
try {
  // Before the builds, which take a minute: what is missing is said at once.
  const real = dryRun ? null : { settings: readSettings(process.env), libraries: loadLibraries(root) }

  // The mini-program carries the environment it asks; without one it asks the one DevTools has chosen.
  if (process.env.CLOUDBASE_ENV) process.env.TARO_APP_CLOUD_ENV = process.env.CLOUDBASE_ENV.trim()
  await buildOrExit(['functions', 'weapp'])

  const env = process.env
  const plan = makePlan({ root, env, packages: weappPackages(at('dist', 'weapp')) })
  for (const line of describePlan(plan)) say(line)
  say('')
  if (real) await deploy({ root, plan, env, say, ...real })
  else say('演练结束：没有连接任何账号，什么都没有改。')
} catch (error) {
  console.error(error instanceof DeployFailure ? `✖ ${error.message}` : error)
  process.exitCode = 1
}
// WeChat's uploader leaves a helper process behind when it fails, which would keep this one waiting.
process.exit()
