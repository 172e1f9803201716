import { AppError } from '@core/errors'
import type { PhotoView } from '@core/contracts/ticket/views'
import type { CallContext, Context, Handler } from '../runtime/context'
import { cleanPhoto } from './clean'
import * as repository from './photos.repository'

/**
 * R-X2. A photo's key is its file id without `cloud://`: complete in itself, and it fits where contracts take a photo.
 * A reference is `<key>.<signature>`, bound to the person who sent the photo; forms carry references, documents keep
 * keys, readers get short-lived links and never a reference.
 */
const MAX_BYTES = 10 * 1024 * 1024
const SCHEME = 'cloud://'
/** Where clients may put files (the storage rule); only from there is anything taken in. */
const INCOMING = /^cloud:\/\/[A-Za-z0-9.-]+\/incoming\/[A-Za-z0-9_.-]{16,80}$/
const PHOTOS_PER_TEN_MINUTES = 60
const TEN_MINUTES = 600_000

/** Takes an uploaded file in: type by content, metadata stripped, unguessable name; the upload is deleted. */
export const admitPhoto: Handler<'ticket.admitPhoto'> = async (ctx, { fileId }) => {
  if (!INCOMING.test(fileId)) throw new AppError('INVALID_INPUT', { fields: { fileId: '请重新选择照片' } })
  const admission = await begin(ctx)
  const key = admission.photoKey ?? (await takeIn(ctx, admission, fileId))
  const [view] = await viewsOf(ctx, [key])
  if (!view) throw new AppError('PHOTO_REFUSED')
  return { photo: referenceTo(ctx, key), url: view.url }
}

/** Remembers the request before anything is done. The limit may be passed by as many as are sent at the same moment. */
async function begin({ actor, request, now }: Context): Promise<repository.Admission> {
  const stamp = (ms: number) => String(ms).padStart(13, '0')
  const since = stamp(now.getTime() - TEN_MINUTES)
  if ((await repository.countSince(actor.id, since)) >= PHOTOS_PER_TEN_MINUTES)
    throw new AppError('RATE_LIMITED')
  const admission = {
    _id: request.key,
    personId: actor.id,
    sortKey: `${stamp(now.getTime())}-${request.key}`,
    inputHash: request.inputHash,
    month: now.toISOString().slice(0, 7).replace('-', ''),
  }
  if (await repository.add(admission)) return admission
  const before = (await repository.load(request.key))!
  if (before.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
  return before
}

/** Each step can be repeated: the name is the request's own, and the upload goes only when all is done. */
async function takeIn(ctx: Context, admission: repository.Admission, fileId: string): Promise<string> {
  const { files, vault } = ctx
  const content = await files.download(fileId)
  if (!content) {
    // The same request, sent twice at once, may have finished meanwhile.
    const { photoKey } = (await repository.load(admission._id)) ?? admission
    if (photoKey !== undefined) return photoKey
    throw new AppError('PHOTO_REFUSED', { reason: '照片没有传上来，请重新选择' })
  }
  const photo = content.length <= MAX_BYTES ? cleanPhoto(content) : undefined
  if (!photo) {
    await files.remove(fileId)
    if (content.length > MAX_BYTES) throw new AppError('TOO_LARGE', { reason: '照片不能超过 10 MB' })
    throw new AppError('PHOTO_REFUSED', { reason: '只能用 JPG、PNG 或 WebP 格式的照片，请换一张' })
  }
  const name = `photos/${admission.month}/${vault.sign('photoName', admission._id)}.${photo.extension}`
  const key = (await files.upload(name, photo.content)).slice(SCHEME.length)
  await repository.finish(admission._id, key)
  await files.remove(fileId)
  return key
}

const referenceTo = ({ actor, vault }: Context, key: string): string =>
  `${key}.${vault.sign('photo', `${key}\n${actor.id}`)}`

/**
 * The keys of photos sent in with a form. No database request: the signature says who admitted what.
 * @throws AppError INVALID_INPUT naming the photo that this person has not admitted
 */
export function verifyPhotos({ actor, vault }: Context, references: readonly string[]): string[] {
  return references.map((reference, index) => {
    const cut = reference.lastIndexOf('.')
    const key = reference.slice(0, cut)
    if (cut < 0 || !vault.verify('photo', `${key}\n${actor.id}`, reference.slice(cut + 1))) {
      throw new AppError('INVALID_INPUT', { fields: { [`photos.${index}`]: '这张照片已失效，请重新选择' } })
    }
    return key
  })
}

/**
 * Short-lived links for a reader who may see these photos: the caller has checked that (R-X2). Photos that are gone
 * are left out. `photo` only names the picture on a page.
 */
export async function viewsOf(
  ctx: CallContext,
  keys: readonly string[],
): Promise<(PhotoView & { key: string })[]> {
  if (keys.length === 0) return []
  const links = await ctx.files.linksOf(keys.map((key) => SCHEME + key))
  return keys.flatMap((key) => {
    const url = links.get(SCHEME + key)
    return url === undefined ? [] : [{ key, photo: key.slice(key.lastIndexOf('/') + 1), url }]
  })
}
