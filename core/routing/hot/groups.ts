/** Groups of what the links connect, largest first; what no link touches stands alone. Union–find. */
export function groupsOf(size: number, links: Iterable<readonly [a: number, b: number]>): number[][] {
  const above = Array.from({ length: size }, (_, i) => i)
  const top = (i: number): number => {
    while (above[i] !== i) i = above[i] = above[above[i]!]!
    return i
  }
  for (const [a, b] of links) above[top(b)] = top(a)
  const groups = new Map<number, number[]>()
  for (let i = 0; i < size; i++) {
    const members = groups.get(top(i))
    if (members) members.push(i)
    else groups.set(top(i), [i])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}
