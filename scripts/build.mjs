/** `node scripts/build.mjs h5|weapp|functions …`: builds what has changed into dist/. */
import { preflight } from './lib/preflight.mjs'

preflight()
const { buildOrExit, builds } = await import('./lib/builds.mjs')

const names = process.argv.slice(2)
const unknown = names.find((name) => !Object.hasOwn(builds, name))
if (names.length === 0 || unknown) {
  console.error(
    `用法：node scripts/build.mjs ${Object.keys(builds).join('|')}${unknown ? `（没有 ${unknown}）` : ''}`,
  )
  process.exit(1)
}

const made = await buildOrExit(names)
for (const name of names) if (!made.includes(name)) console.log(`  ${name} 没有变化 → ${builds[name].out}`)
