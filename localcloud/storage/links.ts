import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Download links that end by themselves: `/_f/<key>?sign=…&t=…`, where `t` is the second it ends at and `sign`
 * covers both. The rule of the cloud holds here too: whoever has the link may read until then.
 */
export class Links {
  constructor(
    private readonly secret: Buffer,
    private readonly now: () => Date,
  ) {}

  /** Path and query of a link to `key` that lives `seconds`. */
  make(key: string, seconds: number): string {
    const end = Math.floor(this.now().getTime() / 1000) + seconds
    return `/_f/${key}?sign=${this.sign(key, end)}&t=${end}`
  }

  /** Whether these parts of a link belong together and the link has not ended. */
  verify(key: string, sign: string, t: string): boolean {
    if (!/^\d{1,12}$/.test(t)) return false
    const given = Buffer.from(sign)
    const wanted = Buffer.from(this.sign(key, Number(t)))
    const genuine = given.length === wanted.length && timingSafeEqual(given, wanted)
    return genuine && this.now().getTime() < Number(t) * 1000
  }

  private sign(key: string, end: number): string {
    return createHmac('sha256', this.secret).update(`${key}:${end}`).digest('hex').slice(0, 32)
  }
}
