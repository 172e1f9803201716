import { normalise } from '../text'
import { AFTERWARDS, FIGURES, MIGHT, NOT_SO, NOW, OVER, PAST, TALK } from './context'
import { dangerTold, type Weights } from './learned'
import { DANGER_WORDS, SIGNS, type DangerSort, type Sign } from './signs'
import { spelt } from './spelling'

/** What a text says of danger. `doubtful`: words of danger, but as it seems of something past, denied or only talked about. */
export interface Urgency {
  state: 'urgent' | 'doubtful' | 'calm'
  sort?: DangerSort
  /** The words that say it. */
  found?: string
}

/** A letter about many things names a danger at its beginning or nowhere; later mentions are its reasons. */
const OPENING = 100

/** So strongly told (`dangerTold`), it is danger though no sign stands there; so weakly, it is none though one does. */
const TOLD_ENOUGH = 0.8
const HARDLY_TOLD = -1

/**
 * R-D7: whether words tell of a danger now. Signs are things × what happens to them; a denial just before a sign, and
 * past, settled or merely talked-about matters take it away, unless something says that it is happening. What no table
 * holds is told by what was learned from wordings. `words`: what the county counts as danger besides.
 */
export function urgencyOf(text: string, words: readonly string[] = [], weights?: Weights): Urgency {
  const read = spelt(normalise(text).slice(0, OPENING))
  const told = dangerTold(read, weights)
  const signs = signsIn(read.replace(/\s/g, '，').replace(FIGURES, '〇'), words)
  if (signs.state === 'urgent') return told > HARDLY_TOLD ? signs : { ...signs, state: 'doubtful' }
  return signs.state === 'calm' && told > TOLD_ENOUGH ? { state: 'urgent' } : signs
}

function signsIn(read: string, words: readonly string[]): Urgency {
  let doubtful: Urgency | undefined
  for (const { sort, pattern } of patternsFor(words)) {
    for (const match of read.matchAll(pattern)) {
      const found = match[0]
      if (isSo(read, match.index, found)) return { state: 'urgent', sort, found }
      doubtful ??= { state: 'doubtful', sort, found }
    }
  }
  return doubtful ?? { state: 'calm' }
}

/** In words, for the proposal (R-D1). */
export function urgencyReason({ state, sort, found }: Urgency): string {
  if (sort === undefined) {
    return state === 'urgent' ? '说法很像危险的情况，请马上核实' : '没有提到危及安全的情况'
  }
  const mentioned = `提到‘${found}’，${DANGER_WORDS[sort]}`
  return state === 'urgent' ? mentioned : `${mentioned}；像是过去、已经解决或打听的事，请马上核实`
}

function isSo(text: string, at: number, found: string): boolean {
  const before = text.slice(lastStop(text, at) + 1, at)
  if (NOT_SO.test(before) && !DENIED_BUT_DANGEROUS.test(before)) return false
  const after = text.slice(at + found.length)
  const isNow = NOW.test(text)
  if (MIGHT.test(after)) return false
  if (ENDED.test(found) && AFTERWARDS.test(after) && !isNow) return false
  if (PAST.test(before + found + after.slice(0, 2))) return AGAIN.test(before + found)
  return isNow || (!OVER.test(text) && !PAST.test(text.slice(0, at)) && !TALK.test(text))
}

const ENDED = /[塌倒着火炸垮断]了?$/
const AGAIN = /又|还在|还没|终于/

/** 「没人敢过去」, 「没看见火在哪」: the 没 is part of the danger. */
const DENIED_BUT_DANGEROUS =
  /没(人|看|法|关|盖|通知|跳)|不(知道|敢|是开|到)|说没事|睁不开|打不通|出不来|下不来/

function lastStop(text: string, before: number): number {
  for (let i = before - 1; i >= 0; i--) if ('，。！？；、,!?;…：:'.includes(text[i]!)) return i
  return -1
}

const patternOf = ({ thing, happens, near, alone }: Sign): string =>
  alone ??
  `(${thing})[^，。！？；,!?;]{0,${near}}(${happens})|(${happens})[^，。！？；,!?;的]{0,${Math.min(near!, 4)}}(${thing})`

const PATTERNS = SIGNS.map((sign) => ({ sort: sign.sort, pattern: new RegExp(patternOf(sign), 'gu') }))

function patternsFor(words: readonly string[]): { sort: DangerSort; pattern: RegExp }[] {
  const own = words
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return own.length === 0
    ? PATTERNS
    : [...PATTERNS, { sort: 'rescue', pattern: new RegExp(own.join('|'), 'gu') }]
}
