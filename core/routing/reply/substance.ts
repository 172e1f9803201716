/** Phrases that say nothing by themselves. */
const EMPTY_PHRASES =
  /已(经)?(处理|办理|办结|解决|转告|转达|核实|知晓|收到)|情况属实|正在(处理|办理|核实)|依法(依规)?|按(照)?(规定|要求|政策)|相关(部门|规定|情况|工作)|高度重视|认真(调查|核实|处理|办理)|及时|进一步|加强(管理|监管)/g
/** Words of every matter, which prove nothing about this one. */
const COMMON = new Set(
  '我们 你们 他们 群众 反映 问题 情况 希望 请求 有关 部门 一个 没有 现在 已经 处理 解决 进行 联系 工作 尽快 领导'.split(
    ' ',
  ),
)
/** So many telling pairs of characters of the question have to come back. */
const TOUCHES = 2

/** How many letters are left of a text when the phrases that say nothing are taken out. */
export const substanceOf = (text: string): number => lettersOf(text.replace(EMPTY_PHRASES, '')).length

/** Whether a reply takes up what was asked; where nothing was, there is nothing to pass by. */
export function touches(asked: string, reply: string): boolean {
  const answer = pairsOf(lettersOf(reply))
  const telling = [...pairsOf(lettersOf(asked))].filter((pair) => !COMMON.has(pair))
  const shared = telling.filter((pair) => answer.has(pair)).length
  return shared >= Math.min(TOUCHES, telling.length)
}

/** Shared pairs of characters of two texts over all of them (Jaccard), 0…1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(lettersOf(a)), pairsOf(lettersOf(b))]
  const shared = [...left].filter((pair) => right.has(pair)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

function pairsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2))
  return found
}
