import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesUnder } from '../support/files'
import type { AppConfig } from '../host'

export interface PackageSizes {
  main: number
  /** Root → bytes. */
  subpackages: Record<string, number>
  total: number
}

/** Bytes of the files that are uploaded, by package; licence notes are not. */
export function packageSizes(dist: string): PackageSizes {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppConfig
  const roots = (app.subPackages ?? []).map(({ root }) => root)
  const subpackages = Object.fromEntries(roots.map((root) => [root, 0]))
  let [main, total] = [0, 0]
  for (const { name, bytes } of filesUnder(dist)) {
    const root = roots.find((each) => name.startsWith(`${each}/`))
    total += bytes
    if (root === undefined) main += bytes
    else subpackages[root] += bytes
  }
  return { main, subpackages, total }
}
