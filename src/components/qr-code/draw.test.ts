import { encode } from 'uqr'
import { qrImage } from './draw'

/** The modules that a drawing shows as dark. */
function darkOf(url: string): string[] {
  const svg = decodeURIComponent(url.slice('data:image/svg+xml,'.length))
  return [...svg.matchAll(/M(\d+),(\d+)\.5h(\d+)/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, n) => `${Number(x) + n},${y}`),
  )
}

it('R-A7 the drawing shows exactly the dark fields of the code, and is small', () => {
  const text = 'MS-0123456789abcdef0123456789abcdef'
  const { data } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])))
  expect(darkOf(qrImage(text)).sort()).toEqual(dark.sort())
  expect(qrImage(text).length).toBeLessThan(4000)
})
