import type { Knowledge } from '@core/knowledge'
import { booked, newBooking } from '@core/reception/booking'
import { delivered } from '@core/reception/outbox'
import type { Booking, Day } from '@core/reception/types'
import type { Ticket } from '@core/ticket/types'
import { CENTRE } from '../county/units'
import { liveAll, type BuildTools, type Plan } from '../history/build'
import { firstContact, leaderApproves, rateWell, result, sign, type Step } from '../history/steps'
import { momentsOf } from '../history/timing'
import { actorOf } from '../history/actors'
import type { DemoBookings } from './bookings'

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE
/** Receptions of the past whose visitors are told of. */
const RECEPTIONS = 8
/** Nobody who has a seat now. */
const FIRST_VISITOR = 21
const VISITORS = 10

interface Visit {
  day: Day
  slot: Day['slots'][number]
  plan: Plan
}

/**
 * Who was received on the last days, and what came of it (R-A9): one was answered on the spot, one's matter went with
 * the leader's words to a unit and is as far as it can be by now.
 */
export function receivedVisitors(
  reception: DemoBookings,
  tools: BuildTools,
  numberOf: (ticketId: string, at: Date) => string,
): { reception: DemoBookings; tickets: Ticket[] } {
  const { now, knowledge, digest } = tools
  const held = reception.days
    .filter(
      ({ kind, centreId, closedAt }) =>
        kind === 'leader' && centreId === CENTRE && closedAt && closedAt < now,
    )
    .slice(-RECEPTIONS)
  const visits = held.flatMap((day, index) =>
    [0, 1].map((seat) =>
      visit(day, seat, `citizen-${FIRST_VISITOR + ((index * 2 + seat) % VISITORS)}`, now, knowledge),
    ),
  )
  const tickets = liveAll(
    visits.map(({ plan }) => plan),
    { ...tools, ticketId: (personId, n) => digest(`${personId}/demo-received-${n}`).slice(0, 32) },
    numberOf,
  )
  return {
    tickets,
    reception: visits.reduce((all, each, index) => recorded(all, each, tickets[index]!, digest), reception),
  }
}

/** Two slots of a morning: the first answered, the second for the leader to sign. */
function visit(day: Day, seat: number, personId: string, now: Date, knowledge: Knowledge): Visit {
  const slot = day.slots[seat]!
  const start = new Date(slot.from.getTime() + 20 * MINUTE)
  const wanted =
    seat === 0
      ? [spoken('ticket.answer', { words: ANSWER }), rateWell]
      : [
          spoken('ticket.escalate', {
            leaderId: day.leaderId,
            words: `${day.leaderName}接待时的意见：${SAID}`,
            said: SAID,
          }),
          signed,
          sign,
          firstContact,
          result,
          leaderApproves,
          rateWell,
        ]
  const moments = momentsOf(start, wanted, knowledge)
  const steps = wanted.filter((_, position) => moments[position]! <= now)
  const kinds: Plan['story']['kinds'] = seat === 0 ? ['consult'] : ['help', 'complaint']
  return {
    day,
    slot,
    plan: { personId, start, story: { count: 1, steps, kinds, reception: true, idle: [0, 0] } },
  }
}

const ANSWER =
  '政策和办法当场讲清楚了：带身份证到便民服务大厅综合窗口办，材料不全的窗口会一次告知，五个工作日内办好。'
const SAID = '请主办单位三天内到现场查清情况，能办的马上办，办不了的当面说明白，结果报我。'

/** At the reception itself. */
const spoken = (command: Step['command'], input: Record<string, unknown>): Step => ({
  after: 0,
  who: 'operator',
  command,
  input: () => input,
})

/** The leader signs what they have said. */
const signed: Step = {
  after: 3,
  who: 'leader',
  command: 'ticket.instruct',
  input: ({ ticket }) => ({
    words: ticket.major?.said ?? SAID,
    leadUnitId: ticket.proposal!.leadUnitId.value,
    coUnitIds: ticket.proposal!.coUnitIds,
  }),
}

/** What the day and the booking have of a visitor who was received and whose matter was written down. */
function recorded(
  reception: DemoBookings,
  { day: { _id: dayId }, slot, plan: { personId, start } }: Visit,
  { _id: ticketId, number, events }: Ticket,
  digest: (text: string) => string,
): DemoBookings {
  const day = reception.days.find(({ _id }) => _id === dayId)!
  const id = digest(`${personId}/${dayId}/demo-received`).slice(0, 32)
  const at = new Date(start.getTime() - WEEK / 2)
  const topic = day.topics[0]!
  const confirmed = booked(
    newBooking({ id, personId, inputHash: digest(id).slice(0, 32), topic }, day, slot, at),
    at,
  )
  const answered = events.some(({ edge }) => edge === 'E3') ? 1 : 0
  const { wakeAt: _woken, ...told } = delivered(confirmed, confirmed.outbox, at)
  const booking: Booking = {
    ...told,
    state: 'finished',
    outcome: {
      key: digest(`${id}/outcome`).slice(0, 32),
      inputHash: '',
      at: start,
      by: actorOf('operator-1'),
      tickets: [{ id: ticketId, number }],
      answered,
    },
    rating: { listened: 'satisfied', attitude: answered ? 'satisfied' : 'basic', at: start },
  }
  const index = Object.keys(day.desk).length
  const entry = {
    state: 'finished' as const,
    number: index + 1,
    arrivedAt: new Date(slot.from.getTime() - 10 * MINUTE),
    calledAt: slot.from,
    endedAt: start,
    outcome: { tickets: 1, answered },
    rating: { listened: booking.rating!.listened, attitude: booking.rating!.attitude },
  }
  const next: Day = {
    ...day,
    free: { ...day.free, [slot.id]: day.free[slot.id]! - 1 },
    seats: {
      ...day.seats,
      [slot.id]: { ...day.seats[slot.id], [id]: { bookingId: id, personId, state: 'booked' } },
    },
    desk: { ...day.desk, [id]: entry },
  }
  return {
    ...reception,
    days: reception.days.map((each) => (each._id === dayId ? next : each)),
    bookings: [...reception.bookings, booking],
  }
}
