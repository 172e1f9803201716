/** `npm run bench`, `npm run bench:booking`, `npm run bench:duplicates`: the figures of tests/bench/<name>.ts, on freshly built functions. */
import { loadBundled } from './lib/bundle.mjs'
import { preflight } from './lib/preflight.mjs'
import { root } from './lib/root.mjs'

preflight()
process.chdir(root)

const { buildOrExit } = await import('./lib/builds.mjs')
await buildOrExit(['functions'])
const name = process.argv[2] ?? 'main'
await loadBundled(`tests/bench/${name}.ts`)
