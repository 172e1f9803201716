/**
 * `npm run audit:verify [-- dataFolder]`: R-T8, whether the events of every ticket are still as they were written.
 * Without a folder the one of `npm start`. Ends with 1 when anything is broken.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadBundled } from './lib/bundle.mjs'
import { preflight } from './lib/preflight.mjs'
import { root } from './lib/root.mjs'

preflight()

const dataDir = path.resolve(root, process.argv[2] ?? process.env.MINSHENG_DATA ?? '.data')
for (const name of ['database.sqlite', 'secrets.json']) {
  if (existsSync(path.join(dataDir, name))) continue
  console.error(`✖ ${dataDir} 里没有 ${name}，不是民声的数据目录`)
  process.exit(1)
}

const { useSecretsOf, verifyFolder } = await loadBundled('scripts/audit/verify.ts')
useSecretsOf(dataDir)
const { tickets, events, anchors, findings } = verifyFolder(dataDir)
for (const { what, seq, why } of findings) console.error(`✖ ${what} 第 ${seq} 条：${why}`)
console.log(`${tickets} 件、${events} 条记录、${anchors} 份每日摘要，${findings.length} 处对不上`)
if (findings.length > 0) process.exitCode = 1
