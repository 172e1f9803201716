import { STORAGE_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import type { ActionTable } from '../protocol/types'
import { contentTypeOf } from './content-types'
import { assertPath, fileIdOf, Files, pathOf } from './files'
import { Links } from './links'
import type { StorageRules } from './rules'
import { Uploads } from './uploads'

export interface StorageOptions {
  folder: string
  durable: boolean
  now: () => Date
  /** Key of the download links; kept in the data folder so that links outlive a restart. */
  linkSecret: Buffer
  rules: StorageRules
  /** Where the SDK sends uploads, without the ticket. */
  uploadUrl: string
  /** Origin of download links for the call that asks (by its token). */
  linkOrigin(token: unknown): string
}

/** Files: written by functions through tickets, by people under the rule, read through links that end. */
export class Storage {
  private readonly files: Files
  private readonly links: Links
  private readonly uploads: Uploads

  constructor(private readonly options: StorageOptions) {
    this.files = new Files(options.folder, options.durable)
    this.links = new Links(options.linkSecret, options.now)
    this.uploads = new Uploads(options.now)
  }

  /**
   * Stores a file as the administrator (seeding). `contentType` must be the one the path's extension says,
   * since that is what it will be served with. Returns the file id.
   */
  async put(path: string, bytes: Uint8Array, contentType: string): Promise<string> {
    assertPath(path)
    if (contentTypeOf(path) !== contentType) throw new Error(`${path} would not be served as ${contentType}`)
    await this.files.write(path, bytes)
    return fileIdOf(path)
  }

  /**
   * Stores a new file for a client (`wx.cloud.uploadFile`, the door). Throws STORAGE_EXCEED_AUTHORITY where the
   * rule says no, or a file is there already: nobody writes over what was handed in.
   */
  async putAsClient(openid: string, path: string, bytes: Uint8Array): Promise<string> {
    assertPath(path)
    const allowed = this.options.rules.mayWrite({ path, openid }, { openid })
    if (!allowed || !(await this.files.create(path, bytes))) {
      throw cloudError('STORAGE_EXCEED_AUTHORITY', 'clients may not write this file')
    }
    return fileIdOf(path)
  }

  /** The bytes behind a file id, or null. */
  async read(fileId: string): Promise<Buffer | null> {
    const path = pathOf(fileId)
    return path === null ? null : this.files.read(path)
  }

  /** The body of an SDK upload, with the ticket from its url. */
  async receive(ticket: string, bytes: Uint8Array): Promise<'stored' | 'refused'> {
    const path = this.uploads.redeem(ticket)
    if (path === null) return 'refused'
    await this.files.write(path, bytes)
    return 'stored'
  }

  /** The file a link (`/_f/<key>?sign=&t=`) leads to; null when the link is forged or over, or the file gone. */
  async open(link: URL): Promise<{ location: string; size: number; contentType: string } | null> {
    if (!this.isGenuine(link)) return null
    const key = link.pathname.slice('/_f/'.length)
    const file = await this.files.find(key)
    return file && { ...file, contentType: contentTypeOf(key) }
  }

  /** Whether a link is ours and not over; the file may be gone all the same. */
  isGenuine(link: URL): boolean {
    const key = link.pathname.slice('/_f/'.length)
    return (
      link.pathname.startsWith('/_f/') &&
      this.links.verify(key, link.searchParams.get('sign') ?? '', link.searchParams.get('t') ?? '')
    )
  }

  /** The wire actions of `cloud-protocol` §8. */
  actions(): ActionTable {
    return {
      'storage.getUploadMetadata': (body) => this.uploadMetadata(body),
      'storage.batchGetDownloadUrl': (body) => this.downloadUrls(body),
      'storage.batchDeleteFile': (body) => this.deleteFiles(body),
    }
  }

  private uploadMetadata({ path }: Record<string, unknown>): Record<string, unknown> {
    assertPath(path)
    const ticket = this.uploads.issue(path)
    return {
      data: {
        url: this.options.uploadUrl + ticket,
        token: ticket,
        authorization: ticket,
        fileId: fileIdOf(path),
        cosFileId: this.files.keyOf(path),
      },
    }
  }

  private downloadUrls(body: Record<string, unknown>): Record<string, unknown> {
    const list = listOf(body.file_list, 'file_list', STORAGE_LIMITS.maxLinksPerRequest)
    const origin = this.options.linkOrigin(body.wxCloudApiToken)
    const links = list.map((item) => {
      const { fileid, max_age: age = STORAGE_LIMITS.defaultLinkSeconds } = Object(item) as Record<
        string,
        unknown
      >
      if (typeof fileid !== 'string' || typeof age !== 'number' || !Number.isInteger(age) || age < 1) {
        throw cloudError('INVALID_PARAM', 'file_list: fileid must be a string and max_age whole seconds')
      }
      const path = pathOf(fileid)
      if (path === null || !this.files.has(path)) return { ...missing(fileid), tempFileURL: '', maxAge: age }
      const url = origin + this.links.make(this.files.keyOf(path), age)
      return { code: 'SUCCESS', fileID: fileid, tempFileURL: url, maxAge: age }
    })
    return { data: { download_list: links } }
  }

  private async deleteFiles(body: Record<string, unknown>): Promise<Record<string, unknown>> {
    const list = listOf(body.fileid_list, 'fileid_list', STORAGE_LIMITS.maxDeletesPerRequest)
    const results = []
    for (const fileId of list) {
      if (typeof fileId !== 'string') throw cloudError('INVALID_PARAM', 'fileid_list: strings wanted')
      const path = pathOf(fileId)
      const removed = path !== null && (await this.files.remove(path))
      results.push(removed ? { code: 'SUCCESS', fileID: fileId } : missing(fileId))
    }
    return { data: { delete_list: results } }
  }
}

const missing = (fileID: string) => ({
  code: 'STORAGE_FILE_NONEXIST',
  message: 'storage file not exists',
  fileID,
})

function listOf(value: unknown, name: string, max: number): unknown[] {
  if (!Array.isArray(value)) throw cloudError('INVALID_PARAM', `${name} must be a list`)
  if (value.length > max) throw cloudError('INVALID_PARAM', `${name} has more than ${max} files`)
  return value
}
