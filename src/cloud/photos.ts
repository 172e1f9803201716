import { transport } from '@transport'
import { client } from './client'
import type { LocalPhoto } from './transport'

export type { LocalPhoto } from './transport'

/** A photo the cloud has taken in: `photo` goes into forms, `url` is a short-lived link (R-X2). */
export interface AdmittedPhoto {
  photo: string
  url: string
}

/** Lets the person choose up to `count` photos; empty when they change their mind or refuse consent. */
export const pickPhotos = (count: number): Promise<LocalPhoto[]> => transport.pickPhotos(count)

/** Keeps a photo that could not be sent where a later try finds it (R-T2). */
export const keepPhoto = (photo: LocalPhoto): Promise<LocalPhoto> => transport.keepPhoto(photo)

/**
 * Uploads a photo and has it admitted: type by content, metadata stripped (R-X2).
 *
 * @throws Refusal PHOTO_REFUSED or TOO_LARGE; NetworkFailure
 */
export async function sendPhoto(
  photo: LocalPhoto,
  onProgress: (percent: number) => void,
): Promise<AdmittedPhoto> {
  const fileId = await transport.uploadPhoto(photo, onProgress)
  return client.call('ticket.admitPhoto', { fileId })
}
