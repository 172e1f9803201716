import { AppError } from '../../errors'
import { emptyProblems, resultProblems, type OtherResult } from '../result-check'
import { isWithoutReporter } from '../audience'
import { standardRepliesFor, unlookedProblem } from '../standard-replies'
import { dayOf } from '../workdays'
import type { Ticket, TicketResult } from '../types'
import { isOnPaper, paperBlocks, paperFacts } from './paper'
import { answersAbove } from './pass-down'
import { badField, decision, defined, type Context } from './decision'

/** E14–E16, E26: the result is handed in, sent back, approved. */

export const submitResult = decision('ticket.submitResult', {
  blocked: answersAbove,
  decide({ ticket, actor, now, knowledge }, input) {
    const { found, done, outcome, basis, promisedFor, contact, photos } = input
    const standard = standardRepliesFor(ticket, 'result', knowledge)
    for (const [field, text] of Object.entries({ found, done })) {
      const problem = unlookedProblem(text, standard)
      if (problem) badField(field, problem)
    }
    if ((outcome === 'explained' || outcome === 'impossible') && !basis) {
      badField('basis', '请写明依据的法律、规定或规划')
    }
    if (outcome === 'promised' && promisedFor === undefined) badField('promisedFor', '请填写承诺日期')
    if (promisedFor !== undefined && dayOf(new Date(promisedFor)) <= dayOf(now)) {
      badField('promisedFor', '承诺日期要在今天之后')
    }
    // R-H3: the lead need not wait for a co-unit, but says so.
    const without = ticket.coUnits.filter(({ doneAt }) => !doneAt).map(({ unitId }) => unitId)
    const result: TicketResult = defined({
      round: ticket.round,
      at: now,
      unitId: ticket.leadUnitId ?? '',
      byId: actor.id,
      found,
      done,
      outcome,
      basis: basis || undefined,
      promisedFor: outcome === 'promised' && promisedFor !== undefined ? new Date(promisedFor) : undefined,
      contact: contact || undefined,
      photos,
      state: 'inReview',
      withoutUnitIds: without.length > 0 ? without : undefined,
    })
    const problems = emptyProblems(result, ticket, knowledge)
    if (problems.length > 0) {
      throw new AppError('RULE_REFUSED', { reason: problems.join('；'), data: { problems } })
    }
    return {
      edge: 'E14',
      set: { results: [...ticket.results, result] },
      words: done,
      photos,
      internal: true,
      facts: defined({ outcome, unitId: result.unitId, withoutUnitIds: result.withoutUnitIds }),
    }
  },
})

/** The result under review with these changes, among all of them. */
function reviewed(ticket: Ticket, change: Partial<TicketResult>): TicketResult[] {
  return ticket.results.map((result) => (result.state === 'inReview' ? { ...result, ...change } : result))
}

export const sendBack = decision('ticket.sendBack', {
  blocked: (c) => (c.relation === 'instructingLeader' ? notSigning(c) : undefined),
  decide: ({ ticket }, { missing }) => ({
    edge: 'E15',
    set: { results: reviewed(ticket, { state: 'sentBack', missing }) },
    words: missing,
    internal: true,
  }),
})

/** E16: major matters are signed off by the leader who was named for them, and nobody else; R-H7: on paper too. */
function notSigning(c: Context): string | undefined {
  const { ticket, actor, relation } = c
  if (isOnPaper(c)) return paperBlocks(c, true)
  if (!ticket.major) return relation === 'centre' ? undefined : '这件事由社情民意服务中心审核'
  if (ticket.major.leaderId !== actor.id) return '重大事项由阅批的领导审签'
  return actor.signMajor ? undefined : '您还没有审签重大事项的权限'
}

/** R-H5: what the check still catches in the result under review. */
function openProblems({ ticket, knowledge }: Context, others: readonly OtherResult[]): string[] {
  const result = ticket.results.find(({ state }) => state === 'inReview')
  return result ? resultProblems(result, ticket, knowledge, others) : []
}

/**
 * R-H5: the reviewer may let through what the check caught, with words. Answers the words where they were needed. The
 * service passes what the unit wrote elsewhere beside the parsed input as `input.others`.
 */
function overruling(c: Context, words: string | undefined, input: object): string | undefined {
  const { others = [] } = input as { others?: readonly OtherResult[] }
  const problems = openProblems(c, others)
  if (problems.length === 0) return undefined
  if (!words) {
    throw new AppError('RULE_REFUSED', {
      reason: `${problems.join('；')}。确认可以通过的，请写明理由`,
      data: { problems },
    })
  }
  return words
}

export const approve = decision('ticket.approve', {
  blocked: (c) =>
    notSigning(c) ?? (isWithoutReporter(c.ticket) ? '没有可以回访的反映人，请用“无需回访办结”' : undefined),
  decide(c, input) {
    const { photos = [] } = input
    const paper = paperFacts(c, photos)
    const overrule = overruling(c, input.overrule, input)
    return {
      edge: 'E16',
      photos,
      // The signed sheet is the house's; that it was approved, the reporter sees.
      internal: paper.paper,
      set: { results: reviewed(c.ticket, defined({ state: 'approved' as const, overrule })) },
      facts: defined({ overruled: overrule ? true : undefined, ...paper }),
    }
  },
})

export const closeWithoutReporter = decision('ticket.closeWithoutReporter', {
  blocked: ({ ticket }) =>
    isWithoutReporter(ticket) ? undefined : '这件事有反映人，请审核通过后由反映人评价',
  decide(c, input) {
    const { words } = input
    const overrule = overruling(c, words, input)
    return {
      edge: 'E26',
      set: { results: reviewed(c.ticket, defined({ state: 'approved' as const, overrule })) },
      words,
      internal: true,
    }
  },
})
