import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

export interface PackageFile {
  /** Path inside the package, with `/`. */
  name: string
  file: string
  bytes: number
}

/** Every file of the built mini-program that is uploaded: all but the licence notes of webpack. */
export function filesUnder(dist: string): PackageFile[] {
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.LICENSE.txt'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { name: path.relative(dist, file).split(path.sep).join('/'), file, bytes: statSync(file).size }
    })
}
