import type { Context } from '../context'
import { ApiFailure, asyncApi, asyncApis, type ApiOptions, type WxApi } from '../settle'

const SAVED = 'wxfile://'
const TEMPORARY = 'wxfile://tmp_'

/** The phone's files: temporary ones of this launch, and saved ones that stay. */
export class Files {
  private readonly temporary = new Map<string, Uint8Array>()
  private count = 0

  constructor(private readonly ctx: Context) {}

  /** Puts bytes into a new temporary file. */
  temp(name: string, bytes: Uint8Array): string {
    this.count += 1
    const path = `${TEMPORARY}${this.count}${/\.\w+$/.exec(name)?.[0] ?? ''}`
    // A copy that belongs to this window, so that `instanceof` works for the mini-program.
    this.temporary.set(path, Uint8Array.from(bytes))
    return path
  }

  /** @throws ApiFailure when there is no such file */
  read(path: unknown): Uint8Array {
    const bytes = this.temporary.get(String(path)) ?? this.ctx.phone.files.get(String(path))
    if (!bytes) throw new ApiFailure(`no such file or directory, open "${String(path)}"`)
    return bytes
  }

  exists(path: string): boolean {
    return this.temporary.has(path) || this.ctx.phone.files.has(path)
  }

  write(path: string, bytes: Uint8Array): string {
    if (!path.startsWith(SAVED)) throw new ApiFailure(`permission denied, open "${path}"`)
    this.ctx.phone.files.set(path, bytes)
    return path
  }

  remove(path: string): void {
    this.read(path)
    this.temporary.delete(path)
    this.ctx.phone.files.delete(path)
  }

  api(): WxApi {
    const manager = this.manager()
    return {
      getFileSystemManager: () => manager,
      ...asyncApis(this.ctx, {
        saveFile: (options) => ({ savedFilePath: this.save(options) }),
        getFileInfo: ({ filePath }) => ({ size: this.read(filePath).length }),
        getSavedFileInfo: ({ filePath }) => ({ size: this.read(filePath).length, createTime: 0 }),
        getSavedFileList: () => ({
          fileList: [...this.ctx.phone.files].map(([filePath, { length }]) => ({
            filePath,
            size: length,
            createTime: 0,
          })),
        }),
        removeSavedFile: ({ filePath }) => this.remove(String(filePath)),
        openDocument: ({ filePath }) => void this.read(filePath),
      }),
    }
  }

  /** Moves a temporary file to where it stays: its first path is gone then, as on a phone. */
  private save({ tempFilePath, filePath }: ApiOptions): string {
    const source = String(tempFilePath)
    const bytes = this.temporary.get(source)
    if (!bytes) throw new ApiFailure('tempFilePath file not exist')
    const kept = this.ctx.phone.files.size + 1
    const target = this.write(
      (filePath as string | undefined) ?? `${SAVED}store_${kept}_${source.slice(TEMPORARY.length)}`,
      bytes,
    )
    this.temporary.delete(source)
    return target
  }

  private manager(): WxApi {
    const synchronous = {
      readFileSync: (path: string, encoding?: string) => this.decode(this.read(path), encoding),
      writeFileSync: (path: string, data: unknown) => void this.write(path, this.encode(data)),
      saveFileSync: (tempFilePath: string, filePath?: string) => this.save({ tempFilePath, filePath }),
      accessSync: (path: string) => {
        if (path !== 'wxfile://usr') this.read(path)
      },
      unlinkSync: (path: string) => this.remove(path),
      statSync: (path: string) => ({
        size: this.read(path).length,
        isFile: () => true,
        isDirectory: () => false,
      }),
      copyFileSync: (from: string, to: string) => void this.write(to, this.read(from)),
      // Folders are only names here.
      mkdirSync: () => undefined,
    }
    const asynchronous = {
      readFile: ({ filePath, encoding }: ApiOptions) => ({
        data: this.decode(this.read(filePath), encoding as string | undefined),
      }),
      writeFile: ({ filePath, data }: ApiOptions) => synchronous.writeFileSync(String(filePath), data),
      saveFile: (options: ApiOptions) => ({ savedFilePath: this.save(options) }),
      access: ({ path }: ApiOptions) => synchronous.accessSync(String(path)),
      unlink: ({ filePath }: ApiOptions) => this.remove(String(filePath)),
      getFileInfo: ({ filePath }: ApiOptions) => ({ size: this.read(filePath).length }),
      stat: ({ path }: ApiOptions) => ({ stats: synchronous.statSync(String(path)) }),
      copyFile: ({ srcPath, destPath }: ApiOptions) =>
        synchronous.copyFileSync(String(srcPath), String(destPath)),
      mkdir: () => undefined,
    }
    const callbacks = Object.entries(asynchronous).map(([name, handler]) => [
      name,
      asyncApi(this.ctx, name, handler),
    ])
    return { ...synchronous, ...(Object.fromEntries(callbacks) as WxApi) }
  }

  private decode(bytes: Uint8Array, encoding?: string): unknown {
    if (encoding === undefined) return Uint8Array.from(bytes).buffer
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    if (encoding === 'base64') return this.ctx.window.btoa(binary)
    if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    if (encoding === 'binary' || encoding === 'latin1' || encoding === 'ascii') return binary
    return decodeURIComponent(escape(binary))
  }

  private encode(data: unknown): Uint8Array {
    if (typeof data !== 'string') return Uint8Array.from(new Uint8Array(data as ArrayBuffer))
    return Uint8Array.from(unescape(encodeURIComponent(data)), (letter) => letter.charCodeAt(0))
  }
}
