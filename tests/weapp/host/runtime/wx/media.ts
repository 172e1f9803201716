import type { Context } from '../context'
import { ApiFailure, asyncApis, type ApiOptions, type WxApi } from '../settle'
import type { Media } from '../types'
import type { Files } from './files'
import { imageSize } from './image-size'
import type { Privacy } from './privacy'
import type { Scopes } from './scopes'

/** Choosing, looking at and saving pictures. What is chosen comes from `answers.media`. */
export function mediaApi(ctx: Context, files: Files, privacy: Privacy, scopes: Scopes): WxApi {
  const choose = async (name: string, count: number): Promise<Media[]> => {
    await privacy.require(name)
    const { media } = ctx.answers
    if (media === undefined) {
      ctx.journal.fail(`wx.${name} opened the chooser, and the test gave no answer (answers.media)`)
      throw new ApiFailure('cancel')
    }
    if (media === 'deny') throw new ApiFailure('auth deny', { errno: 103 })
    if (media === 'cancel') throw new ApiFailure('cancel')
    return media.slice(0, count)
  }
  const put = ({ name, bytes }: Media) => ({ path: files.temp(name, bytes), size: bytes.length })

  return asyncApis(ctx, {
    chooseMedia: async ({ count = 9, mediaType = ['image', 'video'] }) => {
      const chosen = await choose('chooseMedia', count as number)
      const tempFiles = chosen.map((media) => {
        const { path, size } = put(media)
        const video = /\.(mp4|mov)$/i.test(media.name)
        if (
          !(mediaType as string[]).includes(video ? 'video' : 'image') &&
          !(mediaType as string[]).includes('mix')
        ) {
          throw new ApiFailure(`the chooser does not offer ${media.name}`)
        }
        const type = video ? { duration: media.duration ?? 0, thumbTempFilePath: path } : {}
        return { tempFilePath: path, size, fileType: video ? 'video' : 'image', ...sizeOf(media), ...type }
      })
      return { tempFiles, type: tempFiles[0]?.fileType ?? 'image' }
    },
    chooseImage: async ({ count = 9 }) => {
      const tempFiles = (await choose('chooseImage', count as number)).map(put)
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
    },
    chooseMessageFile: async ({ count = 1 }) => ({
      tempFiles: (await choose('chooseMessageFile', count as number)).map((media) => ({
        ...put(media),
        name: media.name,
        type: imageSize(media.bytes) ? 'image' : 'file',
        time: 0,
      })),
    }),
    // The phone would make the picture smaller; the bytes stay the same here.
    compressImage: ({ src }) => ({ tempFilePath: files.temp(String(src), files.read(src)) }),
    getImageInfo: async ({ src }) => {
      const bytes = await picture(ctx, files, String(src))
      const size = bytes && imageSize(bytes)
      if (bytes && !size) throw new ApiFailure('file is not an image')
      return {
        path: String(src),
        orientation: 'up',
        type: size?.type ?? 'png',
        width: size?.width ?? 1,
        height: size?.height ?? 1,
      }
    },
    previewImage: checkPreview,
    previewMedia: ({ sources }: ApiOptions) =>
      checkPreview({ urls: (sources as { url: string }[]).map(({ url }) => url) }),
    saveImageToPhotosAlbum: async ({ filePath }) => {
      await privacy.require('saveImageToPhotosAlbum')
      if (!ctx.answers.album)
        ctx.journal.fail('the app saves to the album, and the test gave no answer (answers.album)')
      scopes.require('scope.writePhotosAlbum', ctx.answers.album === 'allow')
      files.read(filePath)
    },
  })

  function checkPreview({ urls }: ApiOptions): void {
    if (!Array.isArray(urls) || urls.length === 0) throw new ApiFailure('urls should not be empty')
  }
}

function sizeOf(media: Media): { width: number; height: number } {
  const measured = imageSize(media.bytes)
  return { width: media.width ?? measured?.width ?? 0, height: media.height ?? measured?.height ?? 0 }
}

/**
 * The bytes behind the address of a picture, undefined where the host only knows that it exists.
 * @throws ApiFailure when nothing is there
 */
export async function picture(ctx: Context, files: Files, src: string): Promise<Uint8Array | undefined> {
  if (src.startsWith('wxfile://')) return files.read(src)
  if (src.startsWith('data:')) return undefined
  if (src.startsWith('cloud://')) {
    if (!ctx.bridge.getTempFileURL) throw new ApiFailure(`${src}: clients may not read cloud files`)
    const [url] = await ctx.bridge.getTempFileURL([src])
    return picture(ctx, files, url)
  }
  if (/^https?:\/\//.test(src)) {
    if (ctx.offline) throw new ApiFailure(`${src}: no network`)
    if (!ctx.bridge.download) return undefined
    try {
      return await ctx.bridge.download(src)
    } catch (error) {
      throw new ApiFailure(`${src}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (ctx.program.assets.includes(src.replace(/^\//, ''))) return undefined
  throw new ApiFailure(`${src} is not in the package`)
}
