import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { STORAGE_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import { LOCAL_BUCKET, LOCAL_ENV } from '../functions/environment'
import { extensionOf } from './content-types'

const FILE_ID_PREFIX = `cloud://${LOCAL_ENV}.${LOCAL_BUCKET}/`

/** The id the cloud gives the file at `path`. */
export const fileIdOf = (path: string): string => FILE_ID_PREFIX + path

/** The path inside a file id of this environment, or null. */
export const pathOf = (fileId: string): string | null =>
  fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : null

/**
 * Checks a path against the cloud's naming rules: not empty, no leading, trailing or double `/`, no control
 * characters, at most 850 bytes; `.` and `..` are refused besides. Throws INVALID_PARAM.
 */
export function assertPath(path: unknown): asserts path is string {
  const valid =
    typeof path === 'string' &&
    Buffer.byteLength(path) <= STORAGE_LIMITS.maxPathBytes &&
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u001f\u007f\\]/.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  if (!valid) throw cloudError('INVALID_PARAM', 'the file path is not valid')
}

/**
 * The stored files. On disk a file is named by the hash of its path, so that a path says nothing about the
 * folder and cannot leave it; its type is told by the extension, which stays in the name.
 */
export class Files {
  constructor(
    private readonly folder: string,
    private readonly durable: boolean,
  ) {}

  /** Name on disk and in links: 64 hex digits and the extension. */
  keyOf(path: string): string {
    return createHash('sha256').update(path).digest('hex') + extensionOf(path)
  }

  has(path: string): boolean {
    return existsSync(this.locate(this.keyOf(path)))
  }

  /** Stores or replaces the whole file, or nothing: written aside, then renamed. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const { aside, target } = await this.writeAside(path, bytes)
    await rename(aside, target)
  }

  /** Stores a file where there was none; false when there is one, also for the loser of a race. */
  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    const { aside, target } = await this.writeAside(path, bytes)
    try {
      await link(aside, target)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    } finally {
      await rm(aside)
    }
  }

  /** True when there was a file to remove. */
  async remove(path: string): Promise<boolean> {
    if (!this.has(path)) return false
    await rm(this.locate(this.keyOf(path)))
    return true
  }

  /** The bytes at `path`, or null. */
  async read(path: string): Promise<Buffer | null> {
    return this.has(path) ? readFile(this.locate(this.keyOf(path))) : null
  }

  /** Where the file of a key lies and its size, or null; the key comes from a link and is checked here. */
  async find(key: string): Promise<{ location: string; size: number } | null> {
    if (!/^[0-9a-f]{64}(\.[a-z0-9]{1,8})?$/.test(key)) return null
    const location = this.locate(key)
    if (!existsSync(location)) return null
    return { location, size: (await stat(location)).size }
  }

  private async writeAside(path: string, bytes: Uint8Array): Promise<{ aside: string; target: string }> {
    const target = this.locate(this.keyOf(path))
    const aside = `${target}.${randomBytes(6).toString('hex')}.part`
    await mkdir(dirname(target), { recursive: true })
    const handle = await open(aside, 'wx')
    try {
      await handle.writeFile(bytes)
      if (this.durable) await handle.sync()
    } finally {
      await handle.close()
    }
    return { aside, target }
  }

  private locate(key: string): string {
    return join(this.folder, key.slice(0, 2), key)
  }
}
