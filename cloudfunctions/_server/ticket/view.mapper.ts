import type { CoUnitView, ProposalView, ReporterView, TicketView } from '@core/contracts/ticket/views'
import { maskName, maskPhone } from '@core/privacy'
import { visibleRatings, type TicketField } from '@core/ticket/access'
import { outsideProblem } from '@core/ticket/centre'
import { availableCommands } from '@core/ticket/commands'
import { dueOf } from '@core/ticket/due'
import { pendingExtension } from '@core/ticket/extension'
import { unratedBy } from '@core/ticket/joined'
import { proposedAssignment, proposedDeadline } from '@core/ticket/proposed'
import { standardRepliesFor } from '@core/ticket/standard-replies'
import type { EventLine } from '@core/ticket/timeline'
import { owesReply } from '@core/ticket/superior'
import type { CoUnit, SupervisionOrder, Ticket, TicketEvent, TicketResult } from '@core/ticket/types'
import { ADVICE, arrivalOf } from '@core/ticket/urgent'
import { isAwaited, reportsOf } from '@core/ticket/whistle'
import { unitName } from '@core/knowledge'
import type { Vault } from '../runtime/context'
import {
  callbackView,
  isOutside,
  orderView,
  ratingView,
  reporterWords,
  resultView,
  staffWords,
  timelineItem,
  type Shown,
} from './parts.mapper'
import { cardOf } from './ticket.mapper'

export interface Parts {
  results: TicketResult[]
  orders: { order: SupervisionOrder }[]
  lines: { event: TicketEvent; line: EventLine }[]
}

/** The whole of a ticket; a field this reader has no right to is absent, a list is empty (R-P4, R-P5). */
export function ticketView(shown: Shown, parts: Parts, vault: Vault): TicketView {
  const { ticket, actor, knowledge, now, fields, joined } = shown
  const commands = availableCommands(ticket, actor, { now, knowledge })
  const whole: TicketView = {
    ...cardOf(ticket, shown),
    ...matterOf(shown),
    ...assignmentOf(shown),
    reporter: reporterOf(shown, vault),
    channel: ticket.channel,
    superior: superiorOf(ticket),
    toSign: toSignOf(shown),
    mine: ticket.reporter?.personId === actor.id,
    results: parts.results.map((result) => resultView(result, shown)),
    ratings: visibleRatings(ticket, actor, knowledge).map((rating) => ratingView(rating, shown)),
    joinerRatings: joinerRatingsOf(shown),
    callbacks: ticket.callbacks.map((attempt) => callbackView(attempt, shown)),
    orders: parts.orders.map(({ order }) => orderView(order, shown)),
    timeline: parts.lines.map(({ event, line }) => timelineItem(event, line, shown)),
    joined: joined.map(({ _id, number, reporter }) => ({
      id: _id,
      number,
      rated: reporter !== undefined && !unratedBy(ticket).includes(reporter.personId),
    })),
    commands,
    standardReplies: standardRepliesOf(commands, shown),
    readerRole: actor.role,
  }
  const entries = Object.entries(whole).flatMap(([field, value]): [string, unknown][] => {
    if (value === undefined) return []
    if (fields.has(field as TicketField)) return [[field, value]]
    return Array.isArray(value) ? [[field, []]] : []
  })
  return Object.fromEntries(entries) as unknown as TicketView
}

/** R-H4: what can be written now decides which of them are of use. */
function standardRepliesOf(
  commands: readonly string[],
  { ticket, knowledge }: Shown,
): TicketView['standardReplies'] {
  const use = commands.includes('ticket.submitResult')
    ? 'result'
    : commands.includes('ticket.answer')
      ? 'answer'
      : undefined
  const replies = use && standardRepliesFor(ticket, use, knowledge)
  return replies && replies.length > 0 ? replies : undefined
}

/** What was reported, asked and refused. */
function matterOf(shown: Shown): Partial<TicketView> & Pick<TicketView, 'photos'> {
  const { ticket, main } = shown
  const { question, refusal, instruction, place, withdrawal } = ticket
  const extension = pendingExtension(ticket)
  return {
    words: reporterWords(ticket.words, shown),
    summary: ticket.summary,
    photos: shown.photos(ticket.photos),
    address: place?.address,
    point: place?.point,
    question: question && { words: staffWords(question.words, shown), until: question.until.getTime() },
    extension: extension && { until: extension.until.getTime() },
    refusal: refusal && {
      reason: refusal.reason,
      goTo: refusal.goTo,
      ...(refusal.appealed ? {} : { appealUntil: refusal.appealUntil.getTime() }),
    },
    instruction: instruction && {
      leader: leaderName(instruction.leaderId, shown),
      words: instruction.words,
      at: instruction.at.getTime(),
    },
    withdrawal: withdrawal && {
      words: reporterWords(withdrawal.words, shown),
      at: withdrawal.at.getTime(),
    },
    advice: ticket.urgent ? ADVICE : undefined,
    mainTicket: main,
  }
}

/** R-H7: what a sheet for the leader's signature says. */
function toSignOf(shown: Shown): TicketView['toSign'] {
  const { major, status, events } = shown.ticket
  if (!major || (status !== 'awaitingInstruction' && status !== 'inReview')) return undefined
  const sent = [...events].reverse().find(({ edge }) => edge === 'E8')
  return {
    leader: leaderName(major.leaderId, shown),
    ...(sent?.body?.words === undefined ? {} : { words: sent.body.words }),
    ...(major.said === undefined || status !== 'awaitingInstruction' ? {} : { said: major.said }),
    sheet: status === 'awaitingInstruction' ? 'instruction' : 'signOff',
  }
}

function superiorOf(ticket: Ticket): TicketView['superior'] {
  const { superior } = ticket
  if (!superior) return undefined
  const { number, deadline, replied } = superior
  return {
    number,
    deadline: deadline.getTime(),
    ...(replied && !owesReply(ticket) ? { replied: replied.at.getTime() } : {}),
  }
}

/** Who has it, and what the system proposes. */
function assignmentOf(shown: Shown): Partial<TicketView> & Pick<TicketView, 'coUnits' | 'arrivals'> {
  const { ticket, knowledge, now } = shown
  const category = knowledge.categories.find(({ id }) => id === ticket.categoryId)
  return {
    category: category && { id: category.id, name: category.name },
    leadUnitId: ticket.leadUnitId,
    publicMatter: ticket.publicMatter,
    passedTo: ticket.passedTo === undefined ? undefined : unitName(knowledge, ticket.passedTo),
    handlingClass: ticket.handlingClass,
    coUnits: ticket.coUnits.map((part) => coUnitView(part, shown)),
    arrivals: (ticket.arrivals ?? []).map(({ unitId, at, point }) => ({
      unit: unitName(knowledge, unitId),
      at: at.getTime(),
      point,
    })),
    arrival: arrivalView(ticket, shown),
    whistle: whistleView(ticket, shown),
    proposal: proposalOf(ticket, shown, now),
  }
}

/** R-H3: a part done is no longer late or not by the moment it is read; an open one stands still with the clock. */
function coUnitView({ unitId, due, doneAt, objectedAt }: CoUnit, shown: Shown): CoUnitView {
  const { ticket, knowledge, now } = shown
  const stopped = !doneAt && dueOf(ticket, knowledge, now)?.state === 'stopped'
  const state = stopped ? 'stopped' : due && (doneAt ?? now) > due ? 'late' : 'ok'
  return {
    id: unitId,
    name: unitName(knowledge, unitId),
    ...(due ? { due: { at: due.getTime(), state } } : {}),
    ...(doneAt ? { done: doneAt.getTime() } : {}),
    ...(objectedAt && !isOutside(shown) ? { objected: objectedAt.getTime() } : {}),
  }
}

/** R-D7: due once a unit has it; shown late from then on, also where somebody came after all. */
function arrivalView(ticket: Ticket, { knowledge, now }: Shown): TicketView['arrival'] {
  const arrival = ticket.leadUnitId === undefined ? undefined : arrivalOf(ticket, knowledge)
  if (!arrival) return undefined
  const { by, at } = arrival
  return { by: by.getTime(), ...(at ? { at: at.getTime() } : {}), late: (at ?? now) > by }
}

function whistleView(ticket: Ticket, { actor, knowledge, now }: Shown): TicketView['whistle'] {
  const { whistle } = ticket
  if (!whistle) return undefined
  const name = (id: string) => unitName(knowledge, id)
  return {
    by: name(whistle.unitId),
    place: whistle.place,
    state: whistle.state,
    units: whistle.unitIds.map(name),
    ...(whistle.called ? { due: whistle.called.due.getTime() } : {}),
    reports: reportsOf(ticket, now).map(({ unitId, leads, at, late }) => ({
      unit: name(unitId),
      leads,
      ...(at ? { at: at.getTime() } : {}),
      late,
    })),
    callsMe: isAwaited(ticket, actor.unitId, now),
  }
}

function proposalOf(ticket: Ticket, { knowledge }: Shown, now: Date): ProposalView | undefined {
  const { proposal } = ticket
  const assignment = proposedAssignment(ticket)
  if (!proposal || !assignment) return undefined
  const deadline = proposedDeadline(ticket, assignment, now, knowledge)
  const units = [assignment.leadUnitId, ...assignment.coUnitIds]
  const outside = outsideProblem(ticket, units, knowledge) !== undefined
  return { ...proposal, deadline: deadline.getTime(), ...(outside ? { outside } : {}) }
}

/** R-P4: masked in every view; `ticket.unmask` is the only way to the whole. */
function reporterOf({ ticket, joined, joiners }: Shown, vault: Vault): ReporterView | undefined {
  const { reporter } = ticket
  if (!reporter) return undefined
  const name = vault.open(reporter.name)
  const phone = vault.open(reporter.phone)
  return {
    ...(name === undefined ? {} : { name: maskName(name) }),
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(reporter.enterprise
      ? { enterprise: reporter.enterprise.name, position: reporter.enterprise.position }
      : {}),
    others: joined.length + joiners.length,
  }
}

/** R-T9: what those who said "me too" said of this round, by how many; absent while nobody has. */
function joinerRatingsOf({ ticket, joiners }: Shown): TicketView['joinerRatings'] {
  const given = joiners.flatMap(({ ratings = [] }) => ratings.filter(({ round }) => round === ticket.round))
  if (given.length === 0) return undefined
  const counts: TicketView['joinerRatings'] = {}
  for (const { result } of given) counts[result] = (counts[result] ?? 0) + 1
  return counts
}

const leaderName = (id: string, { knowledge }: Shown): string =>
  knowledge.leaders.find(({ personId }) => personId === id)?.name ?? '县领导'
