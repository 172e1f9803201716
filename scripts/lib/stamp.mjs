/** Knowing whether a build is still the build of today's sources. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at, root } from './root.mjs'

/** What decides every build; the making itself too, so that a mended script builds anew. */
const COMMON = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/lib/make.mjs']

const stampFile = (name) => at('.cache', 'stamps', `${name}.json`)

/** All files under `file` (itself, if it is one), sorted; tests are not part of any build. */
function filesUnder(file) {
  if (!existsSync(file)) return []
  if (!statSync(file).isDirectory()) return [file]
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesUnder(path.join(file, name)))
    .filter((each) => !/\.test\.tsx?$/.test(each))
}

/**
 * One hash over the content of the inputs, their places, Node's major version and the settings (TARO_APP_*)
 * of this terminal.
 *
 * @param {string[]} inputs files and folders, from the root
 */
export function hashOf(inputs) {
  const hash = createHash('sha256')
  hash.update(`node ${process.versions.node.split('.')[0]}\n`)
  for (const name of Object.keys(process.env).sort()) {
    if (name.startsWith('TARO_APP_')) hash.update(`${name}=${process.env[name]}\n`)
  }
  for (const file of [...COMMON, ...inputs].flatMap((input) => filesUnder(at(...input.split('/'))))) {
    const content = readFileSync(file)
    hash.update(`${path.relative(root, file).split(path.sep).join('/')} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** The hash the build `name` was last made from; '' when never, or the note is unreadable. */
export function lastHash(name) {
  try {
    return JSON.parse(readFileSync(stampFile(name), 'utf8')).hash
  } catch {
    return ''
  }
}

/** Notes that the build `name` is made from `hash`. Call only when its output is in place. */
export function writeStamp(name, hash) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true })
  writeFileSync(stampFile(name), JSON.stringify({ hash }))
}

/** Forgets the stamp; called before the output is touched, so that a crash in between means "build again". */
export function dropStamp(name) {
  rmSync(stampFile(name), { force: true })
}
