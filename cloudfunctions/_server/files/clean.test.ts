import fc from 'fast-check'
import { phoneJpeg, taggedPng, taggedWebp } from '../../../tests/factories/photos'
import { cleanPhoto } from './clean'

const clean = (content: Buffer) => cleanPhoto(content)?.content
const text = (content: Buffer | undefined) => content?.toString('latin1') ?? ''

describe('R-X2 what is taken in of a photo', () => {
  it.each([
    ['jpg', phoneJpeg()],
    ['png', taggedPng()],
    ['webp', taggedWebp()],
  ])('R-X2 knows a %s by its content and strips all that is not the picture', (extension, content) => {
    expect(text(content)).toContain('GPS')
    const photo = cleanPhoto(content)
    expect(photo?.extension).toBe(extension)
    expect(text(photo?.content)).not.toMatch(/GPS|PhoneMaker|xmpmeta|ICC_PROFILE/)
  })

  it.each([
    [6, false],
    [8, true],
  ])('R-X2 keeps which way is up (%d, little endian: %s) and nothing else of EXIF', (orientation, little) => {
    const cleaned = clean(phoneJpeg(orientation, little))!
    const exif = Buffer.from('4578696600004d4d002a00000008000101120003000000010000000000000000', 'hex')
    exif.writeUInt16BE(orientation, 24)
    expect(cleaned.includes(exif)).toBe(true)
    expect(cleaned.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })

  it('R-X2 a picture that stands upright gets no EXIF at all', () => {
    expect(text(clean(phoneJpeg(1)))).not.toContain('Exif')
  })

  it.each([phoneJpeg(), taggedPng(), taggedWebp()])('cleaning a clean picture changes nothing', (content) => {
    const once = clean(content)!
    expect(clean(once)).toEqual(once)
  })

  it.each([
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
    ['a page that says it is a picture', Buffer.from('<html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that claims 4 billion pixels', taggedPng(65_535)],
  ])('R-X2 refuses %s', (_what, content) => {
    expect(cleanPhoto(content)).toBeUndefined()
  })

  it('R-X2 refuses half a picture, wherever it was cut, and never breaks', () => {
    for (const whole of [phoneJpeg(), taggedPng(), taggedWebp()]) {
      const ended = clean(whole)!
      for (let length = 0; length < ended.length - 2; length++) {
        expect(cleanPhoto(ended.subarray(0, length))).toBeUndefined()
      }
    }
  })

  it('R-X2 never breaks on rubbish', () => {
    const starts = [phoneJpeg(), taggedPng(), taggedWebp()].map((content) => content.subarray(0, 40))
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        expect(() => cleanPhoto(Buffer.concat([start, rest]))).not.toThrow()
      }),
    )
  })
})
