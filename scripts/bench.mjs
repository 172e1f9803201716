/** `npm run bench`, `npm run bench:booking`: the figures of tests/bench/<name>.ts, on freshly built functions. */
import { createRequire } from 'node:module'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
process.chdir(root)

const esbuild = await import('esbuild')
const { buildOrExit } = await import('./lib/builds.mjs')
await buildOrExit(['functions'])
const name = process.argv[2] ?? 'main'
const outfile = at('.cache', 'bench', `${name}.cjs`)
await esbuild.build({
  entryPoints: [at('tests', 'bench', `${name}.ts`)],
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
  outfile,
})
await esbuild.stop()
createRequire(import.meta.url)(outfile)
