import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const CODE = /\.(js|json|wxml|wxss|wxs)$/

/** The files of a built mini-program, by their path inside the package with `/` between folders. */
export interface PackageFiles {
  /** Code as text. */
  code: Map<string, string>
  /** Everything else, with its size in bytes. */
  assets: Map<string, number>
}

export function readPackage(dist: string): PackageFiles {
  const files: PackageFiles = { code: new Map(), assets: new Map() }
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    const name = path.relative(dist, file).split(path.sep).join('/')
    const bytes = readFileSync(file)
    if (CODE.test(name)) files.code.set(name, bytes.toString('utf8'))
    else files.assets.set(name, bytes.length)
  }
  return files
}
