import type { Category, Knowledge } from '../knowledge/types'
import { rank, wordsFor } from './category'
import { confidence, mentioned, scoreByWords } from './keywords'
import { leavesOf, wordsOf, type Learned } from './learning'
import type { Guess } from './types'

/** Categories named besides the first: an operator changes to one of them with a tap. */
const MOST = 3
/** Less likely than this a category is not worth naming. */
const WORTH_NAMING = 0.02
const MOST_WORDS = 4
/** Of the learned ones, as some are no words to name. */
const MOST_LOOKED_AT = 12
const BROKEN = '以前派单积累的经验暂时读不出来，这次只按用词判断'

/**
 * R-D1: the categories that a text may belong to, likeliest first, at least one. By what was learned from the centre's
 * own tickets, or, where there is nothing (or it cannot be read), by the county's words alone.
 */
export function proposeCategories(words: string, knowledge: Knowledge, learned: Learned): Guess<Category>[] {
  const byWords = fromWords(words, knowledge)
  if (learned.broken) return byWords.map((guess) => ({ ...guess, reasons: [...guess.reasons, BROKEN] }))
  return fromModel(words, knowledge, learned) ?? byWords
}

/** Undefined where there is no model, or it has nothing to go on. */
function fromModel(words: string, knowledge: Knowledge, { model }: Learned): Guess<Category>[] | undefined {
  if (!model) return undefined
  const message = { body: words }
  const ranked = rank(model, message, wordsOf(knowledge)).flatMap(({ label, probability }) => {
    const category = leavesOf(knowledge).find(({ id }) => id === label)
    return category && probability >= WORTH_NAMING ? [{ category, probability }] : []
  })
  const guesses = ranked.slice(0, MOST).map(({ category, probability }, index) => {
    const rival = ranked[index === 0 ? 1 : 0]?.category.id
    const found = namedWords(words, category, wordsFor(model, message, category.id, rival, MOST_LOOKED_AT))
    return {
      value: category,
      confidence: Math.round(probability * 100) / 100,
      reasons: [
        found.length > 0 ? `${mentioned(found)}，与以前办过的相近` : '没有特别的用词，按以前办过的猜测',
      ],
    }
  })
  return guesses[0] && guesses[0].confidence > 0 ? guesses : undefined
}

/**
 * The words to name: those by which the county knows the category first, since people know them too; then what was
 * learned, without what is a piece of one named already, or no word but the joint of two.
 */
function namedWords(text: string, category: Category, learned: readonly string[]): string[] {
  const known = scoreByWords(text, [{ value: category, words: category.keywords }])[0]?.found ?? []
  const named = known.slice(0, MOST_WORDS)
  for (const word of learned) {
    const isPiece = named.some((other) => sharesTwo(word, other))
    if (named.length < MOST_WORDS && !isPiece && !JOINT.test(word)) named.push(word)
  }
  return named
}

/** Characters that join words: a run of two or three with one in it is seldom a word. */
const JOINT = /[的了在是有个都又也就到把被我你他们这那几每请吗呢啊么和与及给让还只去来很]/

/** Whether two characters in a row of one word stand in the other. */
const sharesTwo = (word: string, other: string): boolean =>
  Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)).some((pair) => other.includes(pair))

function fromWords(words: string, knowledge: Knowledge): Guess<Category>[] {
  const leaves = leavesOf(knowledge)
  const scores = scoreByWords(
    words,
    leaves.map((category) => ({ value: category, words: category.keywords })),
  )
  if (scores.length > 0) {
    const all = scores.reduce((sum, { score }) => sum + score, 0)
    return scores.slice(0, MOST).map(({ value, score, found }, index) => ({
      value,
      confidence: index === 0 ? confidence(scores) : Math.round((score / (all + 1)) * 100) / 100,
      reasons: [mentioned(found)],
    }))
  }
  const other = leaves.find((category) => category.keywords.length === 0)
  if (!other) throw new Error('the knowledge has no category without keywords to fall back on')
  return [{ value: other, confidence: 0, reasons: ['没有对上任何类别的用词，请人工归类'] }]
}
