import type { ActionInput } from '@core/contracts'
import type { Kind } from '@core/ticket/words'

type Matter = ActionInput<'reception.outcome'>['matters'][number]

/** One matter as it is being written down. */
export interface MatterDraft {
  words: string
  said: string
  summary: string
  kind?: Kind
  confidential: boolean
  result?: Matter['result']
}

export const emptyMatter = (words = ''): MatterDraft => ({
  words,
  said: '',
  summary: '',
  confidential: false,
})

/** R-P5: of a confidential matter or a tip-off a unit reads a summary. */
export const needsSummary = ({ confidential, kind, result }: MatterDraft): boolean =>
  result === 'instructed' && (confidential || kind === 'report')

/** What is still missing, by field, as the cloud names them. */
export function missingIn(matters: readonly MatterDraft[]): Record<string, string> {
  const missing: Record<string, string> = {}
  matters.forEach((matter, index) => {
    const name = (field: string) => `matters.${index}.${field}`
    if (matter.words.trim().length < 5) missing[name('words')] = '请写清来访人反映的事情，至少 5 个字'
    if (matter.result === undefined) missing[name('result')] = '请选择怎么处理'
    if (matter.said.trim().length < 5) missing[name('said')] = '请写下领导是怎么说的，至少 5 个字'
    if (needsSummary(matter) && matter.summary.trim().length < 5)
      missing[name('summary')] = '保密件和举报件请写转办摘要'
  })
  return missing
}

/** Ready to send; call when nothing is missing. */
export const toMatters = (matters: readonly MatterDraft[]): Matter[] =>
  matters.map(({ words, said, summary, kind, confidential, result }) => ({
    words: words.trim(),
    said: said.trim(),
    confidential: confidential || kind === 'report',
    result: result ?? 'answered',
    ...(kind === undefined ? {} : { kind }),
    ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
  }))
