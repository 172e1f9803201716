/**
 * `npm run routing:train -- --data FILE --out MODEL [--words FILE]` and
 * `npm run -s eval:category -- --train FILE [--test FILE | --folds 5 | --curve] [--words FILE]`:
 * the category model on files of messages (scripts/routing/messages.ts says what they hold). One JSON object on stdout.
 * `npm run routing:install -- (--model MODEL | --remove) [--cloud]`: puts such a model into the product, or takes it back.
 */
import { loadBundled } from './lib/bundle.mjs'
import { preflight } from './lib/preflight.mjs'
import { root } from './lib/root.mjs'

preflight()
const [name, ...args] = process.argv.slice(2)
const entry = name === 'install' ? 'install' : 'command'
const { install, run } = await loadBundled(`scripts/routing/${entry}.ts`)
process.exitCode = entry === 'install' ? await install(args, process.env, root) : run([name, ...args])
