import { eachGram, hashOf, normalise } from './text'
import { nameOtherPlaces, placesIn } from './places'

/** What likeness is judged by; `categoryId` as proposed or decided. */
export interface Matter {
  words: string
  categoryId?: string
  place?: { townshipId: string; villageId?: string; address?: string }
}

export interface Alike<T> {
  matter: T
  /** 0…1 */
  likeness: number
  /** In words: why it may be the same. */
  why: string[]
}

/** Pairs of small hashes that have to be the same to meet: texts of which a third is the same meet nearly always. */
const BANDS = 12
const MOST_PLACES = 3
/** What and where stand at the beginning. */
const FIRST_CHARACTERS = 400
/** From here on an operator has to look before anything is dispatched (R-D4). */
const POSSIBLY_SAME = 0.3
const MOST = 5

/**
 * R-D5: the keys by which near matters meet in the database (index `alike`): village and category, named places and
 * category, and bands of a MinHash of the wording, all within one township. Never more than 16. Without a place there is
 * nothing near.
 */
export function likeKeys({ words, categoryId, place }: Matter): string[] {
  if (!place) return []
  // Short, and tells nothing of what it was made from.
  const within = (...parts: string[]): string => hashOf([place.townshipId, ...parts].join('|')).toString(36)
  const keys = bandsOf(words).map((band) => within('band', band))
  if (categoryId !== undefined) {
    if (place.villageId !== undefined) keys.push(within('village', place.villageId, categoryId))
    for (const name of placesOf({ words, place }).slice(0, MOST_PLACES))
      keys.push(within('place', name, categoryId))
  }
  return [...new Set(keys)]
}

/** Of the matters met, those that may be the same, best first, each with the why. */
export function alikeFirst<T extends Matter>(matter: Matter, met: readonly T[]): Alike<T>[] {
  return met
    .map((other) => judge(matter, other))
    .filter(({ likeness }) => likeness >= POSSIBLY_SAME)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
}

function judge<T extends Matter>(matter: Matter, other: T): Alike<T> {
  const wording = wordingAlike(matter.words, other.words)
  const [here, there] = [placesOf(matter), placesOf(other)]
  const shared = here.filter((name) => there.includes(name))
  const sameVillage =
    matter.place?.villageId !== undefined && matter.place.villageId === other.place?.villageId
  const sameSort = matter.categoryId !== undefined && matter.categoryId === other.categoryId
  const elsewhere = nameOtherPlaces(here, there) && !sameVillage
  // The same place alone is two complaints of one estate.
  const oneSort = sameSort || wording >= POSSIBLY_SAME
  const near = !oneSort ? 0 : (sameVillage || shared.length > 0 ? 0.1 : 0) + (sameSort ? 0.06 : 0)
  const why = [
    ...(wording >= POSSIBLY_SAME ? ['说法相近'] : []),
    ...(shared.length > 0 ? [`都提到‘${shared[0]}’`] : []),
    ...(sameVillage ? ['同一个村（社区）'] : []),
    ...(sameSort ? ['同一类'] : []),
  ]
  return { matter: other, likeness: Math.min(1, (wording + near) * (elsewhere ? 0.3 : 1)), why }
}

const placesOf = ({ words, place }: Matter): string[] =>
  placesIn(`${place?.address ?? ''}。${words.slice(0, FIRST_CHARACTERS)}`).slice(0, 2 * MOST_PLACES)

/** Shared pairs of characters against those of the shorter text (overlap), where a few common ones count nothing. */
function wordingAlike(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const [few, many] = left.size <= right.size ? [left, right] : [right, left]
  if (few.size === 0) return 0
  let shared = 0
  for (const pair of few) if (many.has(pair)) shared++
  const all = left.size + right.size - shared
  return (shared / few.size + shared / all) / 2
}

function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>()
  for (const part of normalise(text.slice(0, FIRST_CHARACTERS)).match(/[\p{L}\p{N}]+/gu) ?? []) {
    eachGram(part, 2, 2, (pair) => pairs.add(pair))
  }
  return pairs
}

/** MinHash: the smallest of all pairs under differently mixed hashes, two such to a band. */
function bandsOf(text: string): string[] {
  const pairs = [...pairsOf(text)]
  if (pairs.length === 0) return []
  return Array.from({ length: BANDS }, (_, band) => {
    const least = [2 * band, 2 * band + 1].map((row) =>
      pairs.reduce((smallest, pair) => Math.min(smallest, mixed(pair, row)), 2 ** 32),
    )
    return `${band}.${least.join('.')}`
  })
}

function mixed(value: number, row: number): number {
  let state = Math.imul(value ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
