/** The packages of the built mini-program, as WeChat counts them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  )

/**
 * Bytes of the main package and of each subpackage; licence notes are not uploaded.
 *
 * @param {string} dist dist/weapp
 * @returns {{ name: string, bytes: number }[]} the first is `main`
 */
export function weappPackages(dist) {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])])
  for (const file of filesUnder(dist).filter((each) => !each.endsWith('.LICENSE.txt'))) {
    const place = path.relative(dist, file).split(path.sep).join('/')
    const owner = roots.find((root) => place.startsWith(`${root}/`)) ?? 'main'
    sizes.set(owner, sizes.get(owner) + statSync(file).size)
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }))
}
