/**
 * What must be true before anything else is loaded: Node, and the installed libraries. Uses Node's own modules only
 * and the syntax of older Nodes, because it is what tells them that they are old.
 */
import { existsSync, readFileSync } from 'node:fs'
import { at } from './root.mjs'

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** True when `version` (20.18.1) is at least `minimum` (20.19.0). */
function isAtLeast(version, minimum) {
  const [a, b] = [version, minimum].map((each) => each.split('.').map(Number))
  const different = a.findIndex((part, index) => part !== b[index])
  return different === -1 || a[different] > b[different]
}

/**
 * Whether node_modules holds what package-lock.json asks for, by content: times of files change with every clone.
 * npm notes what it installed in node_modules/.package-lock.json. Packages for other systems may be absent.
 */
function isInstalled() {
  const note = at('node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = readJson(at('package-lock.json')).packages
  const present = readJson(note).packages
  return Object.keys(wanted).every((place) => {
    if (place === '') return true
    if (!present[place]) return Boolean(wanted[place].optional)
    return (
      present[place].version === wanted[place].version && present[place].integrity === wanted[place].integrity
    )
  })
}

/** Ends the process with one clear line when Node is too old or the libraries are missing or old. */
export function preflight() {
  const minimum = readJson(at('package.json')).engines.node.replace('>=', '')
  if (!isAtLeast(process.versions.node, minimum)) {
    console.error(`需要 Node.js ${minimum} 或更高版本，现在是 ${process.versions.node}（https://nodejs.org）`)
    process.exit(1)
  }
  if (!isInstalled()) {
    console.error('依赖没有安装，或与 package-lock.json 不一致，请先运行：npm ci')
    process.exit(1)
  }
}
