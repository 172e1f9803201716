import type { ParsedInputOf } from '../contracts'
import type { submit } from '../contracts/ticket/submit'
import { refuse } from '../errors'
import { isAccusedUnit, isWithin, unitName, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { SYSTEM, type ActingParty } from '../people/types'
import type { Proposal } from '../routing/types'
import { personKey } from './audience'
import { centreName, centreUnitOf, firstTownship, townshipOfOperator } from './centre'
import { NO_HEAD } from './chain'
import { autoAssignment } from './decisions/auto-dispatch'
import { badField, defined } from './decisions/decision'
import { assign } from './decisions/dispatching'
import type { Command, DecideEnv } from './env'
import { readableMoment } from './moments'
import { record, settle } from './settle'
import type { Reporter, Ticket } from './types'
import { ADVICE, alerts, doubts } from './urgent'
import type { Channel } from './words'

type Submission = ParsedInputOf<typeof submit>

export interface CreateTicketArgs {
  id: string
  number: string
  channel: Channel
  submission: Submission
  /** Absent: anonymous. */
  reporter?: Reporter
  proposal: Proposal
  /** R-D5: similar open tickets were found, so an operator has to look (R-D4). */
  possiblyDuplicate?: boolean
  superior?: Ticket['superior']
  command: Command
}

/**
 * The first event of a ticket (R-T1), and at once the automatic dispatch (R-D4) or the urgent alerts (R-D7) where they
 * apply. Throws INVALID_INPUT for a place or an accused unit that cannot be, RULE_REFUSED for what an agent may not file.
 */
export function createTicket(args: CreateTicketArgs, actor: ActingParty, env: DecideEnv): Ticket {
  const { submission, command } = args
  checkSubmission(submission, env.knowledge)
  checkAgent(submission, args.reporter, actor, env.knowledge)
  const blank = blankTicket(args, actor, env)
  const first = record(
    blank,
    { to: 'submitted' },
    {
      words: submission.words,
      photos: submission.photos,
      facts: defined({
        kind: submission.kind,
        channel: args.channel,
        urgent: blank.urgent,
        consent: submission.onBehalfOf?.consent,
      }),
      tell: [
        ...(args.reporter ? [received(args.reporter.personId, args.number)] : []),
        ...(blank.urgent ? alerts(blank, env.now, env.knowledge) : doubts(blank, env.knowledge)),
      ],
    },
    command,
    actor,
    env,
  )
  // R-A9: at a reception it is the leader who decides, not the system.
  const assignment =
    args.channel === 'reception'
      ? undefined
      : autoAssignment(first, args.possiblyDuplicate ?? false, env.now, env.knowledge)
  if (!assignment) return first
  const cause = { id: 'clock.autoDispatch', key: `${command.key}.auto`, inputHash: command.inputHash }
  return settle(
    first,
    { ...assign(first, assignment, env.knowledge), edge: 'E11', internal: true },
    cause,
    SYSTEM,
    env,
  )
}

const received = (personId: string, number: string) => ({
  to: personKey(personId),
  title: '已经收到',
  words: `您反映的事项已经收到，编号 ${number}，可随时查看进展。`,
  template: 'ticket.progress',
})

/** What operators write down belongs to their own centre; what people send, to the county's or by policy. */
const OWN_WAYS: readonly Channel[] = ['miniprogram', 'agent']
const townshipFor = ({ channel, submission }: CreateTicketArgs, actor: ActingParty, knowledge: Knowledge) =>
  OWN_WAYS.includes(channel) ? firstTownship(submission, knowledge) : townshipOfOperator(actor, knowledge)

function blankTicket(args: CreateTicketArgs, actor: ActingParty, { now, knowledge }: DecideEnv): Ticket {
  const { id, number, channel, submission, reporter, proposal, superior } = args
  const { words, kind, photos, place, confidential, accusedUnitIds } = submission
  const filedBy = actor.role === 'agent' && actor.id !== reporter?.personId ? actor.id : undefined
  return defined({
    _id: id,
    version: 1,
    number,
    sortKey: '',
    dueKey: '',
    headKey: '',
    status: 'submitted',
    round: 1,
    kind,
    channel,
    centreUnitId: townshipFor(args, actor, knowledge),
    title: '',
    words,
    photos,
    place,
    reporter,
    superior,
    filedBy,
    // R-P5 protects a tip-off like a confidential ticket, also if its kind is corrected later.
    confidential: confidential || kind === 'report',
    urgent: proposal.urgent.value,
    accused: { unitIds: [...new Set(accusedUnitIds ?? [])], personIds: [] },
    proposal,
    coUnits: [],
    clock: { submittedAt: now, stepFrom: now },
    results: [],
    ratings: [],
    callbacks: [],
    returnedOnce: false,
    urges: [],
    audience: [],
    waitsFor: [],
    lists: [],
    events: [],
    head: NO_HEAD,
    outbox: [],
  } satisfies Ticket)
}

/** What a submission may name. @throws AppError INVALID_INPUT naming the field */
export function checkSubmission({ place, accusedUnitIds = [] }: Submission, knowledge: Knowledge): void {
  if (place) {
    if (unitOf(knowledge, place.townshipId)?.level !== 'township') {
      badField('place.townshipId', '没有这个乡镇，请重新选择')
    }
    if (place.villageId !== undefined && !isWithin(knowledge, place.villageId, place.townshipId)) {
      badField('place.villageId', '这个村（社区）不在所选乡镇，请重新选择')
    }
  }
  for (const id of accusedUnitIds) {
    const unit = unitOf(knowledge, id)
    if (!unit) badField('accusedUnitIds', '没有这个单位，请重新选择')
    if (unit.level === 'county') badField('accusedUnitIds', '请选择具体的单位')
  }
  // Somebody has to be left who may look at it.
  const { centreUnitId, supervisionUnitId } = knowledge.county
  if ([centreUnitId, supervisionUnitId].every((id) => isAccusedUnit(knowledge, id, accusedUnitIds))) {
    badField('accusedUnitIds', '请把对这两个单位的意见分开提交')
  }
}

/** A matter from above, and no other, has a number there and a deadline; it is the county's. @throws AppError INVALID_INPUT */
export function checkIntake(
  channel: Channel,
  superior: object | undefined,
  actor: ActingParty,
  knowledge: Knowledge,
): void {
  if (channel === 'superior' && townshipOfOperator(actor, knowledge)) {
    badField('channel', '上级交办件由县中心登记，请转告县中心')
  }
  if (channel === 'superior' && !superior) badField('superior', '上级交办件请填写上级编号和期限')
  if (channel !== 'superior' && superior) badField('superior', '只有上级交办件才填写上级编号和期限')
}

/** Section 1: agents file for others; for themselves, and for anybody else, it is an ordinary submission. */
export function checkOnBehalf({ onBehalfOf }: Submission, actor: ActingParty): void {
  if (onBehalfOf && actor.role !== 'agent') badField('onBehalfOf', '只有村级协管员可以替别人反映')
}

/** Section 1: an agent files no complaint or report about its own village's staff. */
export function checkAgent(
  { kind, accusedUnitIds = [] }: Submission,
  reporter: Reporter | undefined,
  actor: ActingParty,
  knowledge: Knowledge,
): void {
  if (actor.role !== 'agent' || actor.id === reporter?.personId) return
  const own = accusedUnitIds.some((id) => isAccusedUnit(knowledge, actor.unitId, [id]))
  if ((kind === 'complaint' || kind === 'report') && own) {
    refuse('对本村工作人员的投诉举报不能由本村协管员代办，请反映人本人提交或拨打服务热线')
  }
}

/** What the submitter reads at once: what happens next and by when; for urgent matters whom to call. */
export function receiptOf(
  ticket: Ticket,
  knowledge: Knowledge,
): { next: string; until: number; advice?: string } {
  const { status, leadUnitId, clock } = ticket
  const until = (status === 'dispatched' ? clock.deadline : clock.screenBy) ?? clock.submittedAt
  const next =
    status === 'dispatched' && leadUnitId
      ? `已交${unitName(knowledge, leadUnitId)}办理，预计 ${readableMoment(until)} 前办结。`
      : `${centreName(knowledge, centreUnitOf(ticket, knowledge))}将在 ${readableMoment(until)} 前受理。`
  return defined({ next, until: until.getTime(), advice: ticket.urgent ? ADVICE : undefined })
}
