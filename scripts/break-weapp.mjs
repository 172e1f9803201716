/**
 * Breaks copies of the built mini-program in many ways and fails unless the tests' host notices each.
 *
 *   node scripts/break-weapp.mjs [dist folder] [module with a `smoke` walk]
 *
 * Without arguments: dist/weapp and the house's own walk. The ways are in tests/weapp/breakages.ts.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const [dist, smoke] = process.argv.slice(2)
const jest = createRequire(import.meta.url).resolve('jest/bin/jest')
const { status } = spawnSync(process.execPath, [jest, '--runInBand', 'tests/weapp/breakages.test.ts'], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
  env: { ...process.env, ...(dist && { WEAPP_DIST: dist }), ...(smoke && { WEAPP_SMOKE: smoke }) },
})
process.exit(status ?? 1)
