/**
 * `npm run -s eval:hot -- --stream FILE`: R-D6, groups the messages of a file (one `{id, title, body}` a line) by matter
 * and place; one JSON object `{clusters: [{label, ids}], seconds}`. Every message is in exactly one cluster.
 */
import { filesFrom, readRows } from './lib/jsonl.mjs'
import { loadTs } from './lib/load-ts.mjs'
import { preflight } from './lib/preflight.mjs'

preflight()
const [stream] = filesFrom(['stream'], 'npm run -s eval:hot -- --stream FILE')
const messages = readRows(stream, ['id', 'title', 'body'])
const { clustersOf } = await loadTs('core/routing/hot/clusters.ts')

const started = performance.now()
const clusters = clustersOf(messages)
const seconds = Math.round(performance.now() - started) / 1000
console.log(JSON.stringify({ clusters, seconds }))
