import type { Proposal } from '../../routing/types'
import { kindOf } from '../access'
import { personKey } from '../audience'
import { partNumber } from '../split'
import type { Ticket, TicketPart } from '../types'
import { badField, decision, defined, type Context } from './decision'
import { appealBlocks } from './dispatching'

/**
 * R-T10: the ticket becomes the first part and remembers the others until they are made: one write decides, and what
 * is remembered is made by whoever comes next (the call itself, its retry, or the clock).
 */
export const split = decision('ticket.split', {
  also: ['submitted'],
  blocked: (c) => appealBlocks(c) ?? splitBlocks(c),
  decide({ ticket }, { parts, ...rest }) {
    // The service proposes for each part (R-D1) and passes it beside the parsed input.
    const { proposals = [] } = rest as { proposals?: Proposal[] }
    const named = parts.map(({ words, photos }, index) => ({ words, photos: keysOf(ticket, photos, index) }))
    const [first, ...others] = named.map((part, index): TicketPart =>
      defined({ ...part, proposal: proposals[index] }),
    )
    const chosen = new Set(named.flatMap(({ photos }) => photos))
    const kept = ticket.photos.filter((key) => first!.photos.includes(key) || !chosen.has(key))
    const numbers = parts.map((_, index) => partNumber(ticket.number, index + 1))
    const told = `您反映的事项（${ticket.number}）包含 ${parts.length} 件事，将分别办理，编号：${numbers.join('、')}。`
    return {
      set: defined({
        number: numbers[0],
        words: first!.words,
        photos: kept,
        kind: ticket.kind ?? (kindOf(ticket) === 'report' ? ('report' as const) : undefined),
        proposal: first!.proposal ?? ticket.proposal,
        urgent: first!.proposal?.urgent.value || (ticket.urgent && !others.some(isUrgent)),
        split: { number: ticket.number, parts: parts.length },
        splitting: others,
      }),
      words: first!.words,
      photos: kept,
      facts: { parts: parts.length },
      tell: ticket.reporter
        ? [
            {
              to: personKey(ticket.reporter.personId),
              title: '分成几件办理',
              words: told,
              template: 'ticket.progress',
            },
          ]
        : [],
    }
  },
})

const isUrgent = ({ proposal }: TicketPart): boolean => proposal?.urgent.value ?? false

function splitBlocks({ ticket }: Context): string | undefined {
  if (ticket.split) return '这件事已经拆分过'
  return ticket.round > 1 ? '重新办理的事项不能再拆分' : undefined
}

/** Photos are chosen by the names a page shows; a part can have only the ticket's own. */
function keysOf(ticket: Ticket, names: readonly string[], index: number): string[] {
  return [...new Set(names)].map((name) => {
    const key = ticket.photos.find((own) => own === name || own.endsWith(`/${name}`))
    return key ?? badField(`parts.${index}.photos`, '这张照片不在这件事里，请重新选择')
  })
}
