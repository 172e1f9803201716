/**
 * `npm run audit:verify [-- dataFolder]`: R-T8, whether the events of every ticket are still as they were written.
 * Without a folder the one of `npm start`. Ends with 1 when anything is broken.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
const esbuild = await import('esbuild')

const dataDir = path.resolve(root, process.argv[2] ?? process.env.MINSHENG_DATA ?? '.data')
for (const name of ['database.sqlite', 'secrets.json']) {
  if (existsSync(path.join(dataDir, name))) continue
  console.error(`✖ ${dataDir} 里没有 ${name}，不是民声的数据目录`)
  process.exit(1)
}

mkdirSync(at('.cache', 'audit'), { recursive: true })
const outfile = at('.cache', 'audit', 'verify.cjs')
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [at('scripts', 'audit', 'verify.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  tsconfig: at('tsconfig.json'),
  logLevel: 'warning',
})
await esbuild.stop()

const { useSecretsOf, verifyFolder } = createRequire(import.meta.url)(outfile)
useSecretsOf(dataDir)
const { tickets, events, anchors, findings } = verifyFolder(dataDir)
for (const { what, seq, why } of findings) console.error(`✖ ${what} 第 ${seq} 条：${why}`)
console.log(`${tickets} 件、${events} 条记录、${anchors} 份每日摘要，${findings.length} 处对不上`)
if (findings.length > 0) process.exitCode = 1
