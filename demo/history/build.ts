import type { Knowledge } from '@core/knowledge'
import { SYSTEM } from '@core/people/types'
import { propose } from '@core/routing'
import { enteredPersonId } from '@core/ticket/claim'
import { createTicket } from '@core/ticket/create'
import { decide, type DecideEnv } from '@core/ticket/decide'
import type { Reporter, Ticket } from '@core/ticket/types'
import { matters, urgentMatters, type Matter } from '../county/matters'
import { OWN_CENTRES, units } from '../county/units'
import type { Random } from '../random'
import { actorFor, actorOf } from './actors'
import { stories, type Story } from './stories'
import { dispatch, merge, returnTicket } from './steps'
import { momentsOf, startOf } from './timing'

/** What the builder cannot make itself: hashes, sealed identities, numbers, photos. */
export interface BuildTools {
  now: Date
  knowledge: Knowledge
  random: Random
  digest: (text: string) => string
  salt: () => string
  /** The id of the n-th ticket, as a real submission would have it. */
  ticketId: (personId: string, n: number) => string
  reporter: (personId: string) => Reporter
  /** Storage keys of photos of the matter, as it was or mended; none when it has no scene. */
  photos: (matter: Matter, mended: boolean) => string[]
}

const OPERATORS = ['operator-1', 'operator-2', 'operator-3']

/**
 * The history of the demo county: every ticket goes through the same decisions as a real one, at a given clock, so
 * that its chain of events verifies. Tickets come in the order in which they were submitted; their numbers are given
 * by the caller through `numberOf`.
 */
export function buildTickets(tools: BuildTools, numberOf: (ticketId: string, at: Date) => string): Ticket[] {
  const plans = stories
    .flatMap((story) => Array.from({ length: story.count }, () => plan(story, tools)))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
  return liveAll(plans, tools, numberOf)
}

/** Takes tickets through their stories, in the order in which they were submitted. */
export function liveAll(
  plans: readonly Plan[],
  tools: BuildTools,
  numberOf: (ticketId: string, at: Date) => string,
): Ticket[] {
  const tickets: Ticket[] = []
  plans.forEach((planned, index) => {
    const id = tools.ticketId(planned.personId, index)
    tickets.push(live(planned, index, tools, tickets, { id, number: numberOf(id, planned.start) }))
  })
  return tickets
}

interface Name {
  id: string
  number: string
}

export interface Plan {
  story: Story
  start: Date
  /** Every third detailed matter of the history is told by one of the people in the chooser. */
  personId: string
}

function plan(story: Story, { now, knowledge, random }: BuildTools): Plan {
  const [from, to] = story.idle
  const idle = from + random.next() * (to - from)
  const personId = `citizen-${random.next() < 0.3 ? random.int(1, 4) : random.int(5, 30)}`
  return { story, start: startOf(story.steps, idle, now, knowledge), personId }
}

/** Submits the ticket and takes it through its story, letting time do its part in between. */
function live(
  { story, start, personId }: Plan,
  index: number,
  tools: BuildTools,
  earlier: readonly Ticket[],
  name: Name,
): Ticket {
  const { knowledge, random, now } = tools
  const envAt = (at: Date): DecideEnv => ({ now: at, knowledge, digest: tools.digest, salt: tools.salt })
  const { ticket: submitted, matter } = submit({ story, personId }, index, tools, earlier, name, envAt(start))
  const operators = { first: OPERATORS[index % 3]!, other: OPERATORS[(index + 1) % 3]! }

  let ticket = submitted
  const moments = momentsOf(start, story.steps, knowledge)
  story.steps.forEach((step, position) => {
    const at = moments[position]!
    ticket = elapse(ticket, at, envAt)
    // Automatic dispatch (R-D4) took this step already.
    if (step === dispatch && ticket.status === 'dispatched') return
    const actor = actorFor(step.who, ticket, operators)
    const input = step.input({
      ticket,
      matter,
      random,
      now: at,
      photo: (mended) => tools.photos(matter, mended),
      mainTicket: () => mainFor(matter.categoryId, earlier),
    })
    const command = {
      id: step.command,
      input,
      key: `${ticket._id.slice(0, 24)}${String(position + 1).padStart(8, '0')}`,
      inputHash: tools.digest(JSON.stringify(input)),
    }
    try {
      ticket = decide(ticket, command, actor, envAt(at))
    } catch (error) {
      throw new Error(
        `${step.command} by ${actor.id} on a ticket ${ticket.status} (${matter.words}): ${(error as Error).message}`,
      )
    }
  })
  return elapse(ticket, now, envAt)
}

/** What the clock would have done until then. */
function elapse(ticket: Ticket, until: Date, envAt: (at: Date) => DecideEnv): Ticket {
  let current = ticket
  for (let at = current.wakeAt; at && at <= until; at = current.wakeAt) {
    const command = { id: 'clock.wake', input: {}, key: `clock.${at.getTime()}`, inputHash: '' }
    current = decide(current, command, SYSTEM, envAt(at))
    if (current.wakeAt && current.wakeAt <= at)
      throw new Error(`time stands still for a ticket ${current.status}`)
  }
  return current
}

/** Files a matter that fits the story. */
function submit(
  { story, personId }: Pick<Plan, 'story' | 'personId'>,
  index: number,
  tools: BuildTools,
  earlier: readonly Ticket[],
  { id, number }: Name,
  env: DecideEnv,
) {
  const { knowledge, random } = tools
  // What is urgent is dispatched by the system, too early for the unit to return it in its usual time.
  const routine =
    story.kinds !== undefined || story.steps[0] !== dispatch || story.steps.includes(returnTicket)
  const urgentTurn = !routine && story.steps.length > 3 && index % 23 === 0
  for (let attempt = 0; attempt < 400; attempt++) {
    const matter = random.pick(urgentTurn ? urgentMatters : matters)
    const township = random.pick(
      units.filter(({ level, id: unitId }) =>
        story.township ? OWN_CENTRES.includes(unitId) : level === 'township',
      ),
    )
    const village = random.pick(
      units.filter(({ parentId, level }) => parentId === township.id && level === 'village'),
    )
    const submission = {
      words: matter.words.replace('{place}', village.name),
      ...(matter.kind ? { kind: matter.kind } : {}),
      photos: tools.photos(matter, false),
      place: { townshipId: township.id, villageId: village.id },
      confidential: matter.confidential ?? false,
      ...(matter.enterprise ? { enterprise: matter.enterprise } : {}),
      accusedUnitIds: matter.accuses ? [matter.accuses === 'township' ? township.id : matter.accuses] : [],
    }
    const proposal = propose(submission, knowledge)
    if (!fits(story, proposal.kind.value, proposal.leadUnitId.value)) continue
    // What accuses somebody or is confidential is the county's.
    if (story.township && (matter.accuses !== undefined || matter.confidential)) continue
    // Time would dispatch what is urgent before its story begins.
    if (routine && proposal.urgent.value) continue
    if (story.steps.includes(merge) && !mainFor(matter.categoryId, earlier)) continue
    const { reporter, actor, channel, action } = intake(story, tools.reporter(personId), id, township.id)
    const command = {
      id: action,
      input: submission,
      key: id,
      inputHash: tools.digest(JSON.stringify(submission)),
    }
    const ticket = createTicket(
      {
        id,
        number,
        channel,
        submission,
        reporter,
        proposal,
        command,
      },
      actor,
      env,
    )
    // What the system sends to a unit outside at once is no longer the township's.
    if (story.township && ticket.status !== 'submitted') continue
    // A matter that is dispatched automatically (R-D4) would spoil a story that begins otherwise.
    if (story.steps[0] !== dispatch && ticket.status !== 'submitted') continue
    return { ticket, matter }
  }
  throw new Error(
    `no matter of the demo county fits the story of ${story.steps.map(({ command }) => command).join(' → ')}`,
  )
}

/** By whom it comes in: by the person themselves, or told on the telephone to the county's or a township's operator. */
function intake(story: Story, reporter: Reporter, ticketId: string, townshipId: string) {
  if (!story.byPhone && !story.township && !story.reception) {
    const actor = actorOf(reporter.personId)
    return { reporter, actor, channel: 'miniprogram' as const, action: 'ticket.submit' }
  }
  if (story.reception) {
    return { reporter, actor: actorOf(OPERATORS[0]!), channel: 'reception' as const, action: 'ticket.intake' }
  }
  return {
    // R-T11: a caller has no WeChat the county knows of.
    reporter: story.byPhone
      ? { ...reporter, personId: enteredPersonId(reporter.phoneHash, ticketId) }
      : reporter,
    actor: actorOf(story.township ? `operator-${townshipId}` : OPERATORS[0]!),
    channel: 'phone' as const,
    action: 'ticket.intake',
  }
}

/** Praise, tip-offs and suggestions have stories of their own; the centre answers, it is not dispatched to. */
function fits(story: Story, kind: NonNullable<Ticket['kind']>, leadUnitId: string): boolean {
  if (story.kinds) return story.kinds.includes(kind)
  if (kind === 'praise' || kind === 'report' || kind === 'suggestion') return false
  return story.steps.length === 0 || leadUnitId !== 'centre'
}

/** An earlier ticket about the same that is still open, for a duplicate to join. */
const mainFor = (categoryId: string, earlier: readonly Ticket[]) =>
  earlier.find(
    (other) =>
      other.categoryId === categoryId &&
      !other.confidential &&
      other.centreUnitId === undefined &&
      ['dispatched', 'handling', 'inReview'].includes(other.status),
  )
