import * as v from 'valibot'
import { contract } from '../define'

/**
 * Takes an uploaded file in as a photo: type by content, metadata stripped, unguessable name (R-X2).
 * The answer's `photo` goes into the forms; it works only for the person who sent it.
 */
export const admitPhoto = contract<{ photo: string; url: string }>()(
  'ticket.admitPhoto',
  v.strictObject({
    fileId: v.pipe(v.string('缺少照片'), v.regex(/^cloud:\/\/[^\s]{1,300}$/, '照片格式不对')),
  }),
)
