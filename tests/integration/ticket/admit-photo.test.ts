import { phoneJpeg, taggedPng, taggedWebp } from '../../factories/photos'
import { newCitizen, submission } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

let uploads = 0
/** Puts a file where clients put theirs. */
const upload = (content: Buffer): Promise<string> =>
  county.cloud.storage.putAsClient('citizen', `incoming/${String(++uploads).padStart(24, 'x')}`, content)
async function admitted(person: string, content = phoneJpeg()) {
  return county.as(person).ok('ticket.admitPhoto', { fileId: await upload(content) })
}
const fetched = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, content: Buffer.from(await response.arrayBuffer()) }
}

describe('ticket.admitPhoto', () => {
  it.each([
    ['jpg', phoneJpeg()],
    ['png', taggedPng()],
    ['webp', taggedWebp()],
  ])('R-X2 takes a %s in: unguessable name, no metadata, the upload gone', async (extension, content) => {
    const fileId = await upload(content)
    const { photo, url } = await county.as(newCitizen()).ok('ticket.admitPhoto', { fileId })
    expect(photo).toMatch(new RegExp(`/photos/202611/[0-9a-f]{32}\\.${extension}\\.[0-9a-f]{32}$`))
    const stored = await fetched(url)
    expect(stored.status).toBe(200)
    expect(stored.content.toString('latin1')).not.toMatch(/GPS|PhoneMaker/)
    await expect(county.cloud.storage.read(fileId)).resolves.toBeFalsy()
  })

  it('R-X2 the link ends after ten minutes', async () => {
    const { url } = await admitted(newCitizen())
    county.cloud.clock.advance(601_000)
    expect((await fetched(url)).status).not.toBe(200)
    county.cloud.clock.advance(-601_000)
  })

  it.each([
    ['a GIF', Buffer.from('GIF89a\x01\x00'), 'PHOTO_REFUSED'],
    ['a page', Buffer.from('<script>alert(1)</script>'), 'PHOTO_REFUSED'],
    ['half a picture', phoneJpeg().subarray(0, 100), 'PHOTO_REFUSED'],
    ['more than 10 MB', Buffer.concat([phoneJpeg(), Buffer.alloc(10 * 1024 * 1024)]), 'TOO_LARGE'],
  ])('R-X2 refuses %s and throws the upload away', async (_what, content, code) => {
    const fileId = await upload(content)
    expect(await county.as(newCitizen()).refused('ticket.admitPhoto', { fileId })).toMatchObject({ code })
    await expect(county.cloud.storage.read(fileId)).resolves.toBeFalsy()
  })

  it('takes nothing but uploads: a stored photo cannot be admitted, nor deleted by it', async () => {
    const fileId = await county.cloud.storage.put(
      'photos/202611/stored-before.jpg',
      phoneJpeg(),
      'image/jpeg',
    )
    const error = await county.as(newCitizen()).refused('ticket.admitPhoto', { fileId })
    expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: { fileId: '请重新选择照片' } })
    await expect(county.cloud.storage.read(fileId)).resolves.toBeTruthy()
    const sly = fileId.replace('photos/202611', 'incoming/../photos/202611')
    expect(await county.as(newCitizen()).refused('ticket.admitPhoto', { fileId: sly })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('an upload that never came is said to be that', async () => {
    const fileId = 'cloud://local-env.6c6f-local/incoming/never-uploaded-0000001'
    const error = await county.as(newCitizen()).refused('ticket.admitPhoto', { fileId })
    expect(error).toMatchObject({ code: 'PHOTO_REFUSED', message: '照片没有传上来，请重新选择' })
  })

  it('a retry is the same photo, though the upload is gone; another file is another request', async () => {
    const [person, requestId, fileId] = [newCitizen(), newRequestId(), await upload(phoneJpeg())]
    const first = await county.as(person).ok('ticket.admitPhoto', { fileId }, requestId)
    const again = await county.as(person).ok('ticket.admitPhoto', { fileId }, requestId)
    expect(again.photo).toBe(first.photo)
    const other = await upload(phoneJpeg())
    expect(await county.as(person).refused('ticket.admitPhoto', { fileId: other }, requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })

  it('the 61st photo in ten minutes is too many', async () => {
    const person = newCitizen()
    county.cloud.store.import(
      'photos',
      Array.from({ length: 60 }, (_, n) => ({
        _id: `${person}.${n}`,
        personId: person,
        sortKey: `${county.cloud.clock.now().getTime()}-${n}`,
      })) as never,
    )
    expect(
      await county.as(person).refused('ticket.admitPhoto', { fileId: await upload(phoneJpeg()) }),
    ).toMatchObject({
      code: 'RATE_LIMITED',
    })
  })
})

describe('a photo in a form', () => {
  it('works for the person who sent it and is kept by its key alone', async () => {
    const person = newCitizen()
    const { photo } = await admitted(person)
    const { ticketId } = await county.as(person).ok('ticket.submit', submission({ photos: [photo] }))
    expect(county.document('tickets', ticketId).photos).toEqual([photo.slice(0, photo.lastIndexOf('.'))])
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId })
    expect(ticket.photos).toHaveLength(1)
    expect((await fetched(ticket.photos[0]!.url)).status).toBe(200)
    // What a reader gets names the picture and is no reference to send in.
    const stolen = await county.as('operator-1').refused('ticket.note', {
      ticketId,
      words: '照片',
      photos: [ticket.photos[0]!.photo],
      open: false,
    })
    expect(stolen).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'photos.0': '这张照片已失效，请重新选择' },
    })
  })

  it('another person’s reference is refused, naming the photo, and nothing is written', async () => {
    const [owner, thief] = [newCitizen(), newCitizen()]
    const [{ photo }, own] = [await admitted(owner), await admitted(thief)]
    const before = county.dump()
    const error = await county.as(thief).refused('ticket.submit', submission({ photos: [own.photo, photo] }))
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'photos.1': '这张照片已失效，请重新选择' },
    })
    const forged = `${photo.slice(0, -32)}${'0'.repeat(32)}`
    expect(await county.as(owner).refused('ticket.submit', submission({ photos: [forged] }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(county.dump()).toBe(before)
  })
})
