import { cloud } from './cloud'

/** Seconds a link lives (R-X2): long enough to look, too short to pass on. */
const LINK_SECONDS = 600
/** The storage answers for at most this many files a request. */
const FILES_PER_REQUEST = 50

/** The content of a file; undefined when it is not there. */
export async function download(fileId: string): Promise<Buffer | undefined> {
  try {
    const { fileContent } = (await cloud.downloadFile({ fileID: fileId })) as { fileContent: Buffer }
    return fileContent
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Stores a file and answers its id. */
export async function upload(path: string, content: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
  return fileID
}

/** Short-lived links by file id; a file that is gone has none. */
export async function linksOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  const all = [...new Set(fileIds)]
  for (let start = 0; start < all.length; start += FILES_PER_REQUEST) {
    const some = all.slice(start, start + FILES_PER_REQUEST)
    const fileList = some.map((fileID) => ({ fileID, maxAge: LINK_SECONDS }))
    const answer = await cloud.getTempFileURL({ fileList })
    for (const { fileID, tempFileURL } of answer?.fileList ?? [])
      if (tempFileURL) links.set(fileID, tempFileURL)
  }
  return links
}

/** Deletes a file; one that is gone already is fine. */
export async function remove(fileId: string): Promise<void> {
  await cloud.deleteFile({ fileList: [fileId] })
}

const isMissing = (error: unknown): boolean =>
  /NONEXIST|not exist/i.test(
    `${(error as { errCode?: unknown }).errCode} ${(error as { code?: unknown }).code} ${(error as { errMsg?: unknown }).errMsg ?? error}`,
  ) || (error as { errCode?: unknown }).errCode === -503003
