/** A link with its signature, as it stands in a reply. */
const BYTES_PER_PHOTO = 450

/** Roughly what a thing with photos takes of a reply. */
const bytesOf = (item: { photos?: readonly string[] }): number =>
  Buffer.byteLength(JSON.stringify(item)) + BYTES_PER_PHOTO * (item.photos?.length ?? 0)

/** The newest (last) of a list that together take no more than these bytes of a reply; one at least. */
export function newestWithin<T extends { photos?: readonly string[] }>(
  items: readonly T[],
  bytes: number,
): T[] {
  let left = bytes
  let first = items.length
  while (first > 0) {
    left -= bytesOf(items[first - 1]!)
    if (left < 0 && first < items.length) break
    first--
  }
  return items.slice(first)
}

/** The first of a list that together take no more than these bytes of a reply; one at least. */
export const firstWithin = <T extends object>(items: readonly T[], bytes: number): T[] =>
  newestWithin([...items].reverse(), bytes).reverse()
