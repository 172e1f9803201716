import { encode } from 'uqr'

/**
 * A QR code as the address of a drawing. It is made here, on the phone, so it is there without a network and no server
 * learns who shows it. Dark runs are strokes of a line, which keeps it to some 2 KB.
 */
export function qrImage(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const runs = data.flatMap((row, y) => {
    let path = ''
    for (let x = 0, from = 0; x < size; x = from) {
      for (from = x; from < size && row[from] === row[x];) from++
      if (row[x]) path += `M${x},${y}.5h${from - x}`
    }
    return path
  })
  const box = `0 0 ${size} ${size}`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges">` +
    `<path fill="none" stroke="black" d="${runs.join('')}"/></svg>`
  return `data:image/svg+xml,${svg.replace(/["<>#% ]/g, (mark) => encodeURIComponent(mark))}`
}
