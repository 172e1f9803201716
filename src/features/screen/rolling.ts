/** The part of a list that a wall has room for, moved on by one screenful a turn, and round again. */
export function rolling<T>(items: readonly T[], room: number, turn: number): T[] {
  const pages = Math.max(1, Math.ceil(items.length / room))
  const page = ((turn % pages) + pages) % pages
  return items.slice(page * room, (page + 1) * room)
}
