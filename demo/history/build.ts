import { unitOf, type Knowledge } from '@core/knowledge'
import { SYSTEM } from '@core/people/types'
import { NOTHING_LEARNED, propose, type Learned } from '@core/routing'
import { enteredPersonId } from '@core/ticket/claim'
import { createTicket } from '@core/ticket/create'
import { decide, type DecideEnv } from '@core/ticket/decide'
import type { Reporter, Ticket } from '@core/ticket/types'
import { DAY, dayOf, MINUTE, momentOf } from '@core/ticket/workdays'
import { corrected, lately } from '../county/corrections'
import { crowds, type Crowd } from '../county/crowds'
import { matters, urgentMatters, type Matter } from '../county/matters'
import { OWN_CENTRES, units } from '../county/units'
import type { Random } from '../random'
import { actorFor, actorOf } from './actors'
import { CAME, stories, type Story } from './stories'
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
  /** Storage keys of a photo of a sheet with a leader's signature. */
  sheet: string[]
  /** R-D3: what these tickets have taught. */
  learn: (tickets: readonly Ticket[]) => Learned
}

const OPERATORS = ['operator-1', 'operator-2', 'operator-3']

/**
 * The history of the demo county: every ticket goes through the same decisions as a real one, at a given clock, so
 * that its chain of events verifies. Tickets come in the order in which they were submitted; their numbers are given
 * by the caller through `numberOf`.
 */
export function buildTickets(tools: BuildTools, numberOf: NumberOf): Ticket[] {
  const plans = stories
    .flatMap((story) => Array.from({ length: story.count }, () => plan(story, tools)))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
  const { tickets, tell } = telling(tools, numberOf)
  // After the others, which are what they are without them.
  const told = [...crowds, ...corrected].flatMap((crowd) => voicesOf(crowd, tools))
  for (const planned of [...plans, ...told]) tell(planned, NOTHING_LEARNED)
  const learned = tools.learn(tickets)
  for (const planned of lately.flatMap((crowd) => voicesOf(crowd, tools))) tell(planned, learned)
  return tickets
}

type NumberOf = (ticketId: string, at: Date) => string

/** Tickets of these plans alone, in the order in which they were submitted. */
export function liveAll(plans: readonly Plan[], tools: BuildTools, numberOf: NumberOf): Ticket[] {
  const { tickets, tell } = telling(tools, numberOf)
  for (const planned of plans) tell(planned, NOTHING_LEARNED)
  return tickets
}

/** One ticket after the other, each knowing those before. */
function telling(tools: BuildTools, numberOf: NumberOf) {
  const tickets: Ticket[] = []
  const tell = (planned: Plan, learned: Learned): void => {
    const index = tickets.length
    const id = tools.ticketId(planned.personId, index)
    const name = { id, number: numberOf(id, planned.start) }
    tickets.push(live(planned, index, tools, tickets, name, learned))
  }
  return { tickets, tell }
}

/** The plans of what a crowd says, each by somebody else, in office hours. */
function voicesOf({ townshipId, village, categoryId, scene, said }: Crowd, { now }: BuildTools): Plan[] {
  const villageId = units.find(
    ({ shortName, parentId }) => shortName === village && parentId === townshipId,
  )!.id
  return said.map(({ words, daysAgo, came }, index) => ({
    story: { count: 1, steps: came ? [...CAME[came]] : [], idle: [0, 0] },
    start: new Date(now.getTime() - daysAgo * DAY - (index + 1) * 7 * MINUTE),
    personId: `citizen-${10 + index}`,
    said: { matter: { words, categoryId, ...(scene && { scene }) }, townshipId, villageId },
  }))
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
  /** What is said and where, where it is not just what fits the story. */
  said?: Said
}

interface Said {
  matter: Matter
  townshipId: string
  villageId: string
}

function plan(story: Story, { now, knowledge, random }: BuildTools): Plan {
  const [from, to] = story.idle
  const idle = from + random.next() * (to - from)
  const personId = `citizen-${random.next() < 0.3 ? random.int(1, 4) : random.int(5, 30)}`
  return { story, start: startOf(story.steps, idle, now, knowledge), personId }
}

/** Submits the ticket and takes it through its story, letting time do its part in between. */
function live(
  { story, start, personId, said }: Plan,
  index: number,
  tools: BuildTools,
  earlier: readonly Ticket[],
  name: Name,
  learned: Learned,
): Ticket {
  const { knowledge, random, now } = tools
  const envAt = (at: Date): DecideEnv => ({ now: at, knowledge, digest: tools.digest, salt: tools.salt })
  const { ticket: submitted, matter } = submit(
    { story, personId, said },
    index,
    tools,
    earlier,
    name,
    envAt(start),
    learned,
  )
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
      sheet: tools.sheet,
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
  { story, personId, said }: Pick<Plan, 'story' | 'personId' | 'said'>,
  index: number,
  tools: BuildTools,
  earlier: readonly Ticket[],
  { id, number }: Name,
  env: DecideEnv,
  learned: Learned,
) {
  const { knowledge, random } = tools
  // What is urgent is dispatched by the system, too early for the unit to return it in its usual time.
  const routine =
    story.kinds !== undefined || story.steps[0] !== dispatch || story.steps.includes(returnTicket)
  const urgentTurn = !routine && story.steps.length > 3 && index % 23 === 0
  for (let attempt = 0; attempt < 400; attempt++) {
    const { matter, townshipId, villageId } =
      said ?? anything(story, urgentTurn ? urgentMatters : matters, random)
    const submission = {
      words: matter.words.replace('{place}', unitOf(knowledge, villageId)!.name),
      ...(matter.kind ? { kind: matter.kind } : {}),
      photos: tools.photos(matter, false),
      place: { townshipId, villageId },
      confidential: matter.confidential ?? false,
      ...(matter.enterprise ? { enterprise: matter.enterprise } : {}),
      accusedUnitIds: matter.accuses ? [matter.accuses === 'township' ? townshipId : matter.accuses] : [],
    }
    const proposal = propose(submission, knowledge, learned)
    if (!said && !fits(story, proposal.kind.value, proposal.leadUnitId.value)) continue
    // Nobody who is called to the spot may be whom it accuses.
    if (story.pictured && (!matter.scene || matter.accuses !== undefined)) continue
    // What accuses somebody or is confidential is the county's.
    if (story.township && (matter.accuses !== undefined || matter.confidential)) continue
    // Time would dispatch what is urgent before its story begins.
    if (routine && proposal.urgent.value) continue
    if (story.steps.includes(merge) && !mainFor(matter.categoryId, earlier)) continue
    const { reporter, actor, channel, action } = intake(story, tools.reporter(personId), id, townshipId)
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
        ...(story.superior ? { superior: handedDown(index, env) } : {}),
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

/** Any matter of the county, in any village of a township that the story can be about. */
function anything(story: Story, from: readonly Matter[], random: Random): Said {
  const matter = random.pick(from)
  const township = random.pick(
    units.filter(({ level, id }) => (story.township ? OWN_CENTRES.includes(id) : level === 'township')),
  )
  const village = random.pick(
    units.filter(({ parentId, level }) => parentId === township.id && level === 'village'),
  )
  return { matter, townshipId: township.id, villageId: village.id }
}

/** By whom it comes in: by the person themselves, or told on the telephone to the county's or a township's operator. */
function intake(story: Story, reporter: Reporter, ticketId: string, townshipId: string) {
  const told = story.byPhone || story.superior
  if (!told && !story.township && !story.reception) {
    const actor = actorOf(reporter.personId)
    return { reporter, actor, channel: 'miniprogram' as const, action: 'ticket.submit' }
  }
  if (story.reception) {
    return { reporter, actor: actorOf(OPERATORS[0]!), channel: 'reception' as const, action: 'ticket.intake' }
  }
  return {
    // R-T11: a caller has no WeChat the county knows of.
    reporter: told ? { ...reporter, personId: enteredPersonId(reporter.phoneHash, ticketId) } : reporter,
    actor: actorOf(story.township ? `operator-${townshipId}` : OPERATORS[0]!),
    channel: story.superior ? ('superior' as const) : ('phone' as const),
    action: 'ticket.intake',
  }
}

/** Their number, and the evening three weeks later by which they want it done. */
const handedDown = (index: number, { now }: DecideEnv) => ({
  number: `市转〔2026〕${100 + index} 号`,
  deadline: momentOf(dayOf(new Date(now.getTime() + 21 * DAY)), 18),
})

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
