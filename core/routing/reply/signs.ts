import { normalise } from '../text'

/** What a citizen asked and what a unit answered. Any text may be empty. */
export interface Exchange {
  title: string
  body: string
  reply: string
}

/** What a person looks for in a reply (R-H5), each 0…1. */
export interface Signs {
  /** Somebody looked: what was found. */
  found: number
  /** Something was done, or a rule, a date or a number to call is given. */
  done: number
  /** Passed on, noted, thanked for, promised: says nothing by itself. */
  forwarded: number
  /** Figures: dates, amounts, articles. */
  figures: number
  /** How much of the question comes back. */
  touches: number
  /** How long it is; 1 from about 600 characters on. */
  length: number
  short: number
  shorter: number
  shortest: number
}

const FOUND =
  /经(核查|核实|调查|了解|查|现场|勘查|巡查|检查|走访|研究|咨询|排查|与)|现场(查看|核查|勘|巡|调查|了解|核实)|到场|查明|发现|检测|监测|原因|属于|系|因为?|由于/g
const DONE =
  /已(经)?(完成|整改|清理|修|拆|安装|责令|要求|约谈|立案|处罚|联系|督促|通知|安排|发放|办理|组织|解决|恢复|关停|疏通|开展|截污|封堵)|责令|处罚|清理|修复|整改|拆除|查处|停工|罚款|约谈|疏通|更换|维修|答复如下|规定|根据|按照|依据|第.{1,4}条|可(以|到|向|拨打)|电话|地址|预计|计划.{0,8}(完成|月|年)/g
const FORWARDED =
  /转(交|至|给|办|达|送|有关|相关|由)|交(由|办)|已(收悉|收到|知悉|知晓|登记|记录|关注|获悉)|反馈给|反映给|上报|职责范围|不属于|建议(您)?(向|咨询|拨打)|正在(调查|核实|处理|办理|研究)|将(尽快|及时|认真|进一步)|高度重视|感谢(您)?(的)?(关注|支持|理解|监督|建议|反映)/g
const DIGIT = /\d/g

/** From so many on, more of it says no more. */
const ENOUGH = { found: 4, done: 5, forwarded: 4, figures: 15 }
/** Characters: a reply of this length says as much as one can. */
const LONG = 600
/** Characters from which a reply is no longer shortest, shorter, short. */
const LENGTHS = { shortest: 60, shorter: 120, short: 200 }
/** What is asked stands at the beginning. */
const ASKED = 300

/** R-H5: reads a reply. Never fails, whatever the texts. */
export function signsOf({ title, body, reply }: Exchange): Signs {
  const text = normalise(reply)
  const share = (pattern: RegExp, enough: number) => Math.min(1, countOf(text, pattern) / enough)
  const { length } = lettersOf(text)
  return {
    found: share(FOUND, ENOUGH.found),
    done: share(DONE, ENOUGH.done),
    forwarded: share(FORWARDED, ENOUGH.forwarded),
    figures: share(DIGIT, ENOUGH.figures),
    touches: sharedPairs(lettersOf(normalise(title + body.slice(0, ASKED))), lettersOf(text)),
    length: Math.min(1, Math.log(1 + length) / Math.log(1 + LONG)),
    short: length < LENGTHS.short ? 1 : 0,
    shorter: length < LENGTHS.shorter ? 1 : 0,
    shortest: length < LENGTHS.shortest ? 1 : 0,
  }
}

/** A reply without dates, numbers and punctuation: what is the same in two of them was copied. */
export const wordingOf = (reply: string): string => normalise(reply).replace(/[^\p{L}]/gu, '')

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The share of the pairs of characters of `asked` that stand in `answer`; 0 where nothing was asked. */
function sharedPairs(asked: string, answer: string): number {
  const pairs = Math.max(0, asked.length - 1)
  if (pairs === 0) return 0
  const known = new Set(
    Array.from({ length: Math.max(0, answer.length - 1) }, (_, i) => answer.slice(i, i + 2)),
  )
  let shared = 0
  for (let i = 0; i < pairs; i++) if (known.has(asked.slice(i, i + 2))) shared++
  return shared / pairs
}
