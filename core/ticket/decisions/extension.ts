import { centreKey, leaderKey, personKey, unitKey } from '../audience'
import { extensionLimit } from '../deadlines'
import { pendingExtension } from '../extension'
import { readableMoment } from '../moments'
import type { Ticket } from '../types'
import { addWorkingTime, workingTimeBetween } from '../workdays'
import { badField, decision, defined, type Context, type Telling } from './decision'
import { answersAbove } from './pass-down'
import { isFree, leadersInCharge } from './leaders'

/** R-L3: more time for the unit: asked by its head, decided by the operator or by the leader whose date it is. */

export const askExtension = decision('ticket.askExtension', {
  also: ['handling'],
  blocked(c) {
    const { ticket, now } = c
    const above = answersAbove(c)
    if (above) return above
    const { extension, round, clock } = ticket
    if (extension?.state === 'asked') return '已经申请延期，请等待审批'
    if (extension?.round === round) {
      return round === 1 ? '一件事只能申请延期一次' : '这一轮已经申请过延期，不能再申请'
    }
    return clock.deadline && now <= clock.deadline ? undefined : '已经过了办理期限，不能再申请延期'
  },
  decide(c, { until, words }) {
    const { ticket, actor, now, knowledge } = c
    const from = ticket.clock.deadline ?? now
    if (until <= from.getTime()) badField('until', `要晚于现在的办理期限（${readableMoment(from)}）`)
    const leaderId = deciderOf(c)
    if (leaderId === undefined) {
      const latest = extensionLimit(from, ticket.handlingClass, ticket.categoryId, knowledge)
      if (until > latest.getTime()) badField('until', `最多延到 ${readableMoment(latest)}`)
    }
    const to = leaderId === undefined ? centreKey(ticket, knowledge) : leaderKey(leaderId)
    return {
      set: defined({
        extension: defined({
          round: ticket.round,
          askedAt: now,
          byId: actor.id,
          from,
          until: new Date(until),
          leaderId,
          state: 'asked' as const,
        }),
        // Whoever decides has to see what they decide on.
        sentTo: leaderId === undefined ? undefined : [...new Set([...(ticket.sentTo ?? []), leaderId])],
      }),
      words,
      internal: true,
      facts: defined({ until, leaderId }),
      tell: [
        {
          to,
          title: '有延期申请待审批',
          words: `编号 ${ticket.number} 的承办单位申请延期到 ${readableMoment(new Date(until))}，请审批。`,
        },
      ],
    }
  },
})

/** In a redo or on a leader's date only a leader decides; undefined: the operator. */
function deciderOf({ ticket, knowledge }: Context): string | undefined {
  const entry = [...ticket.events].reverse().find(({ to }) => to === 'dispatched')
  const instructed = entry?.edge === 'E9' ? ticket.instruction?.leaderId : undefined
  const onLeadersDate = instructed !== undefined && entry?.body?.facts?.deadline !== undefined
  if (ticket.round === 1) return onLeadersDate ? instructed : undefined
  const named = [instructed, ticket.major?.leaderId].find((id) => id !== undefined && isFree(ticket, id))
  return named ?? leadersInCharge(ticket, knowledge)[0]
}

export const decideExtension = decision('ticket.decideExtension', {
  also: ['handling'],
  blocked({ ticket, actor, relation }) {
    const asked = pendingExtension(ticket)
    if (!asked) return '没有待审批的延期申请'
    if (asked.leaderId === undefined) {
      return relation === 'centre' ? undefined : '这件事的延期由社情民意服务中心审批'
    }
    return asked.leaderId === actor.id ? undefined : '重办件和领导定了期限的事，延期由领导审批'
  },
  decide(c, { grant, words }) {
    const { ticket } = c
    const { extension } = ticket
    if (!extension) throw new Error('decided without an application')
    const deadline = grant ? extended(c) : undefined
    return {
      set: { extension: { ...extension, state: grant ? 'granted' : 'refused' } },
      words,
      internal: true,
      facts: defined({ grant, deadline: deadline?.getTime() }),
      tell: told(ticket, deadline),
    }
  },
})

/**
 * R-L3: granted time counts from the old deadline. Where that has moved since it was asked (the clock stood, or the
 * result came back), as much working time is added to the one of now.
 */
function extended({ ticket, now, calendar }: Context): Date {
  const { extension, clock } = ticket
  if (!extension || !clock.deadline) throw new Error(`no deadline to extend at ${now.toISOString()}`)
  const { from, until } = extension
  if (clock.deadline.getTime() === from.getTime()) return until
  return addWorkingTime(clock.deadline, workingTimeBetween(from, until, calendar), calendar)
}

function told(ticket: Ticket, deadline: Date | undefined): Telling[] {
  const { number, leadUnitId, reporter } = ticket
  const unit = leadUnitId ? [unitKey(leadUnitId)] : []
  if (!deadline) {
    const words = `编号 ${number} 的延期没有批准，仍按原来的期限办理。`
    return unit.map((to) => ({ to, title: '延期没有批准', words }))
  }
  const by = readableMoment(deadline)
  return [
    ...unit.map((to) => ({ to, title: '已同意延期', words: `编号 ${number} 的办理期限延到 ${by}。` })),
    ...(reporter
      ? [
          {
            to: personKey(reporter.personId),
            title: '办理时间延长',
            words: `您反映的事项（${number}）需要多一些时间，预计 ${by} 前办结。`,
            template: 'ticket.progress',
            call: true,
          },
        ]
      : []),
  ]
}
