/** A telephone number as it is searched for and sent; undefined while what is written is none yet. Pages may import this file's values. */
export function phoneIn(written: string): string | undefined {
  const digits = written.replace(/[\s-]/g, '')
  return /^(1[3-9]\d{9}|0\d{9,11})$/.test(digits) ? digits : undefined
}
