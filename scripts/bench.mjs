/** `npm run bench`: the figures of tests/bench, on freshly built functions. */
import { createRequire } from 'node:module'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
process.chdir(root)

const esbuild = await import('esbuild')
const { buildOrExit } = await import('./lib/builds.mjs')
await buildOrExit(['functions'])
const outfile = at('.cache', 'bench', 'main.cjs')
await esbuild.build({
  entryPoints: [at('tests', 'bench', 'main.ts')],
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
  outfile,
})
await esbuild.stop()
createRequire(import.meta.url)(outfile)
