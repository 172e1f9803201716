import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of this project: the nearest one above `from` whose package.json is ours. The worker file, the
 * sign-in page and the rule files are read from there, so they are found alike when the local cloud runs from
 * source (tests) and when it runs bundled from `.cache/localcloud`.
 */
export function projectRoot(from: string = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'minsheng') return folder
    if (dirname(folder) === folder) throw new Error(`no minsheng package.json above ${from}`)
  }
}
