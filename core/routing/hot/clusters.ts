import { nameOtherPlaces, placesIn } from '../places'
import { groupsOf } from './groups'
import { matterSpace } from './matter-space'
import { alikePairs } from './pairs'
import { countRuns, spreadOf, vectorsOf, type Titled } from './vectors'

/** A message to be grouped. `townshipId`: two that are known to lie in different townships are never one matter. */
export interface Message extends Titled {
  id: string
  townshipId?: string
}

export interface Cluster {
  /** The title of the message that is most like the others. */
  label: string
  ids: string[]
}

/** Two messages so alike are about one matter; this and the figures below were chosen on hand-labelled messages. */
const ONE_MATTER = 0.18
/** Pairs below this say nothing. */
const FAINT = 0.05
/** How much it adds that two titles name the same. */
const SAME_NAME = 0.1
/** Less alike than this, two messages are about different sorts of matter: only the place makes their wording alike. */
const SAME_SORT = 0.6
const OTHER_SORT_COUNTS = 0.3
/** Two messages that name places, and not the same: the wording may still be copied. */
const OPENING = 100
const OTHER_PLACE_COUNTS = 0.3
/** A run in at most this share of the titles is a name; in at least so many messages it is a word. */
const NAMES = 0.008
const WORDS = 20

/**
 * R-D6: groups messages about one matter at one place, largest first; most messages stand alone. Rare runs of
 * characters, which are the names of places, count by the square of their rarity, so that the same complaint elsewhere
 * is another matter; and two messages have to be about the same sort of thing (`matterSpace`), so that two complaints of
 * one estate stay two. 4,300 messages take a few seconds.
 */
export function clustersOf(messages: readonly Message[]): Cluster[] {
  const likenesses = likenessesOf(messages)
  const links = likenesses.filter(
    ([a, b, likeness]) => likeness >= ONE_MATTER && mayBeOnePlace(messages[a]!, messages[b]!),
  )
  const closeness = new Float64Array(messages.length)
  for (const [a, b, likeness] of links) {
    closeness[a]! += likeness
    closeness[b]! += likeness
  }
  return groupsOf(
    messages.length,
    links.map(([a, b]) => [a, b] as const),
  ).map((group) => {
    const centre = group.reduce((best, i) => (closeness[i]! > closeness[best]! ? i : best))
    return { label: messages[centre]!.title, ids: group.map((i) => messages[i]!.id) }
  })
}

/** All pairs that have something in common: by their runs, by the names in their titles, by their sort. */
function likenessesOf(messages: readonly Message[]): [a: number, b: number, likeness: number][] {
  const size = messages.length
  const counted = messages.map((message) => countRuns(message))
  const spread = spreadOf(counted)
  const share = (part: number): number => Math.max(20, size * part)
  const whole = vectorsOf(counted, spread, { least: 2, most: share(0.05), rarity: 2, alone: true })
  const titles = messages.map(({ title }) => countRuns({ title, body: '' }))
  const names = vectorsOf(titles, spreadOf(titles), { least: 2, most: share(NAMES), rarity: 1, alone: true })
  const words = vectorsOf(counted, spread, {
    least: Math.min(WORDS, 2 + size / 100),
    most: share(0.15),
    rarity: 1,
    alone: false,
  })
  const sameSort = matterSpace(words)
  const places = messages.map(({ title, body }) => placesIn(`${title}。${body.slice(0, OPENING)}`))
  const named = new Map(alikePairs(names, FAINT).map(([a, b, likeness]) => [a * size + b, likeness]))
  return alikePairs(whole, FAINT).map(([a, b, likeness]) => {
    const together = likeness + SAME_NAME * (named.get(a * size + b) ?? 0)
    const sort = sameSort(a, b) >= SAME_SORT ? 1 : OTHER_SORT_COUNTS
    const place = nameOtherPlaces(places[a]!, places[b]!) ? OTHER_PLACE_COUNTS : 1
    return [a, b, together * sort * place]
  })
}

const mayBeOnePlace = (a: Message, b: Message): boolean =>
  a.townshipId === undefined || b.townshipId === undefined || a.townshipId === b.townshipId
