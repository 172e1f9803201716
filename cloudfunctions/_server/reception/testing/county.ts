import { createHash } from 'node:crypto'
import { knowledge } from '../../../../tests/factories/knowledge'
import { receptionDay } from '../../../../tests/factories/reception'
import { AppError } from '@core/errors'
import type { BookingView } from '@core/contracts/reception/views'
import type { Person } from '@core/people/types'
import {
  booked,
  delivered,
  hasEnded,
  isActive,
  newBooking,
  seatOf,
  type Booking,
  type Day,
} from '@core/reception'
import type { CallContext, Context } from '../../runtime/context'
import { loadPerson } from '../../people'
import { enteredPersonId } from '@core/ticket/claim'
import { receptionActions } from '../reception.actions'
import { dueBookings, dueDays } from '../reception.repository'
import { wakeBooking, wakeDay } from '../wake.service'
import { Reference } from './reference'
import type { World } from './world'

/** A small county in a world of chance: two reception days, a few people, the desk, the clock. */

const MINUTE = 60_000
export const SLOTS = ['s1', 's2', 's3'] as const
/** More requests than all that is under way needs to come to an end. */
const MOST_STEPS = 5000
const LEADERS = ['leader-1', 'leader-2']

/** Something somebody wants, with indexes that are taken modulo what there is. */
export interface Wish {
  what:
    | 'book'
    | 'wait'
    | 'cancel'
    | 'confirm'
    | 'move'
    | 'walkIn'
    | 'phone'
    | 'swap'
    | 'moveDay'
    | 'clock'
    | 'again'
    | 'sleep'
  who: number
  day: number
  slot: number
}

interface Told {
  bookingId: string
  personId: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const nothing = (): void => undefined
let counties = 0

export class ReceptionCounty {
  private readonly days: string[]
  private readonly references = new Map<string, Reference>()
  /** What was told, to hold the county to it. */
  private readonly toldBooked: Told[] = []
  private readonly gaveUp = new Set<string>()
  private readonly sent: (() => void)[] = []
  private requests = 0
  readonly faults: string[] = []

  constructor(
    private readonly world: World,
    private readonly people: number,
    capacity: number,
    left: number,
  ) {
    const name = `county${++counties}`
    world.now = new Date('2026-11-24T16:00:00+08:00')
    world.memory.insert('knowledge', { _id: 'current', ...knowledge })
    // R-A3: the county knows everybody's number, of every other one only because they left it with a matter.
    for (let n = 0; n < people; n++) {
      const known = { [n % 2 === 0 ? 'phoneHash' : 'contactHash']: sha256(phoneOf(n)) }
      world.memory.insert('people', {
        _id: `citizen-${n}`,
        version: 1,
        recent: {},
        submissions: [],
        locks: {},
        ...known,
      })
    }
    this.days = ['2026-11-26', '2026-11-27'].map((date, n) => {
      const day = this.filled(receptionDay(`${name}-${n}`, date, { capacity }), left)
      world.memory.insert('days', { ...day })
      this.references.set(day._id, new Reference(day._id, day))
      return day._id
    })
    world.onWrite = (collection, before, after) => {
      if (collection !== 'days') return
      const day = after as Day
      this.check(() => this.references.get(day._id)!.observe(before as Day, day, world.now, world.step))
    }
    this.noteTime()
  }

  /** Seats that others have taken before, so that a large slot runs out too. */
  private filled(day: Day, left: number): Day {
    for (const slot of day.slots) {
      for (let n = left; n < slot.capacity; n++) {
        const id = sha256(`${day._id}${slot.id}${n}`).slice(0, 32)
        const personId = `other-${id}`
        const made = booked(
          newBooking({ id, personId, inputHash: '', topic: '供水' }, day, slot, this.world.now),
          this.world.now,
        )
        this.world.memory.insert('bookings', { ...delivered(made, made.outbox, this.world.now) })
        day.seats[slot.id]![id] = { bookingId: id, personId, state: 'booked' }
        day.free[slot.id]! -= 1
      }
    }
    return day
  }

  /** Sends a wish on its way. */
  wish(wish: Wish): void {
    const { what, who } = wish
    const personId = `citizen-${who % this.people}`
    const again = this.sent[who % Math.max(1, this.sent.length)]
    if (what === 'sleep') return this.sleep([1, 30, 130, 600, 1500][wish.day % 5]! * MINUTE)
    if (what === 'clock') return this.tick()
    if (what === 'again') return again?.()
    const input = this.inputOf(wish, personId)
    if (!input) return
    const staff = ['walkIn', 'phone', 'swap', 'moveDay'].includes(what)
    const requestId = `request-${++this.requests}`
    // A retry is answered for what happened since it was sent first.
    const started = this.world.step
    const send = () =>
      this.call(staff ? 'operator-1' : personId, input.action, input.input, requestId, started)
    this.sent.push(send)
    send()
  }

  private inputOf(
    { what, who, day, slot }: Wish,
    personId: string,
  ): { action: Action; input: object } | undefined {
    // Most want the same slot, so that they meet.
    const where = { dayId: this.days[day % 3 === 2 ? 1 : 0]!, slotId: SLOTS[[0, 0, 0, 1, 1, 2][slot % 6]!]! }
    const mine = [...this.bookings()].find((booking) => booking.personId === personId && !hasEnded(booking))
    const bookingId = mine?._id ?? ''
    const reason = '临时外出开会'
    if (what === 'book' || what === 'wait')
      return { action: `reception.${what}`, input: { ...where, topic: '供水' } }
    if (what === 'phone') {
      const onBehalfOf = { name: '周玉兰', phone: phoneOf(who % this.people) }
      return { action: 'reception.book', input: { ...where, topic: '供水', onBehalfOf } }
    }
    if (what === 'walkIn')
      return { action: 'reception.walkIn', input: { ...where, topic: '供水', visitor: {} } }
    if (what === 'swap')
      return {
        action: 'reception.swapLeader',
        input: { dayId: where.dayId, leaderId: LEADERS[slot % 2]!, reason },
      }
    if (what === 'moveDay')
      return {
        action: 'reception.moveDay',
        input: { dayId: where.dayId, date: `2026-11-2${7 + (slot % 3)}`, reason },
      }
    if (!mine) return undefined
    if (what === 'cancel') return { action: 'reception.cancel', input: { bookingId } }
    if (what === 'confirm') return { action: 'reception.confirm', input: { bookingId } }
    return { action: 'reception.move', input: { bookingId, ...where } }
  }

  private call(personId: string, action: Action, input: object, requestId: string, started: number): void {
    if (action === 'reception.cancel') this.gaveUp.add((input as { bookingId: string }).bookingId)
    this.world.start(
      action,
      async () => {
        const person = await loadPerson(personId)
        const handler = receptionActions[action] as (ctx: Context, input: object) => Promise<unknown>
        return handler(this.contextOf(personId, person, action, requestId), input)
      },
      (answer, error) => this.answered(personId, action, input, started, answer, error),
    )
  }

  private answered(
    personId: string,
    action: Action,
    input: object,
    started: number,
    answer: unknown,
    error: unknown,
  ): void {
    const booking = (answer as { booking?: BookingView } | undefined)?.booking
    if (booking?.state === 'booked' && action !== 'reception.walkIn')
      this.toldBooked.push({ bookingId: booking.id, personId })
    if (!(error instanceof AppError) || error.code !== 'SLOT_TAKEN' || action === 'reception.confirm') return
    if (action !== 'reception.book' && action !== 'reception.move') return
    const { dayId, slotId } = input as { dayId: string; slotId: string }
    this.check(() => {
      if (!this.references.get(dayId)!.wasShut(slotId, started, this.world.step))
        throw new Error(`${action}: turned away from a free seat`)
    })
  }

  /** The clock of a minute: everything that is due. */
  tick(): void {
    this.world.start(
      'clock',
      async () => {
        const ctx = this.contextOf('', undefined, 'clock', 'clock')
        for (const day of await dueDays(ctx.now, 20)) await wakeDay(ctx, day).catch(this.failed)
        for (const booking of await dueBookings(ctx.now, 20))
          await wakeBooking(ctx, booking).catch(this.failed)
      },
      nothing,
    )
  }

  /** Time goes on. What was running for a minute is ended by the platform. */
  sleep(ms: number): void {
    this.world.killAll()
    this.world.now = new Date(this.world.now.getTime() + ms)
    this.noteTime()
  }

  private noteTime(): void {
    for (const [id, reference] of this.references)
      reference.note(this.day(id), this.world.now, this.world.step)
  }

  /** Lets everything come to an end, the clock included, with nothing going wrong any more. */
  async rest(): Promise<void> {
    this.world.hasFaults = false
    await this.comeToAnEnd()
    for (let n = 0; n < 6; n++) {
      this.sleep(61_000)
      this.tick()
      await this.comeToAnEnd()
    }
  }

  private async comeToAnEnd(): Promise<void> {
    for (const last = this.world.step + MOST_STEPS; await this.world.advance();) {
      if (this.world.step > last)
        return void this.faults.push(`${this.world.waiting()} do not come to an end`)
    }
  }

  /** What must hold when nothing moves any more. */
  expectSound(): void {
    const { now } = this.world
    const bookings = this.bookings()
    for (const id of this.days) {
      const day = this.day(id)
      for (const { id: slot, capacity } of day.slots) {
        const seats = Object.entries(day.seats[slot]!)
        const taken = seats.filter(([, { state }]) => state === 'booked' || state === 'offered')
        this.expect(`${id} ${slot}: seats and free ones add up`, day.free[slot]! + taken.length === capacity)
        for (const [seatId, { bookingId, state }] of seats) {
          const booking = bookings.find(({ _id }) => _id === bookingId)
          if (state === 'void') continue
          this.expect(
            `${id} ${slot}: a seat ${state} belongs to a booking that is ${booking?.state}`,
            booking !== undefined && seatFor(booking.state) === state,
          )
          this.expect(
            `${id} ${slot}: the booking knows its seat`,
            booking?.seatId === seatId && booking.slotId === slot,
          )
        }
        const mayOffer =
          hourOf(now) >= 8 && hourOf(now) < 20 && day.cutOff.getTime() - now.getTime() > 20 * MINUTE
        this.expect(
          `${id} ${slot}: a free seat while somebody waits`,
          !mayOffer || !day.waiting[slot]!.length || day.free[slot] === 0,
        )
      }
      this.expect(`${id}: nothing left in the outbox`, day.outbox.length === 0)
    }
    for (const booking of bookings) {
      const { _id, state, dayId, slotId, seatId, personId } = booking
      this.expect(`${_id} is at rest, not ${state}`, !['confirming', 'moving', 'cancelling'].includes(state))
      if (['booked', 'offered', 'waiting'].includes(state)) {
        const seat = seatOf(this.day(dayId), slotId, seatId)
        this.expect(`${_id} is ${state}, its seat ${seat?.state}`, seat?.state === state)
        const day = this.day(dayId)
        this.expect(
          `${_id} knows leader and date`,
          booking.day.leaderId === day.leaderId && booking.day.date === day.date,
        )
      }
      // Whoever calls from a number is who is known by it in WeChat.
      const others = bookings.filter(
        (other) => this.ownerOf(other) === this.ownerOf(booking) && isActive(other, now),
      )
      this.expect(`${personId} has ${others.length} bookings`, personId === '' || others.length <= 1)
    }
    for (const { bookingId } of this.toldBooked) {
      const state = bookings.find(({ _id }) => _id === bookingId)?.state
      const isKept =
        (state !== undefined && seatFor(state) === 'booked') ||
        (state === 'cancelled' && this.gaveUp.has(bookingId))
      this.expect(`${bookingId} was told "booked" and is ${state}`, isKept)
    }
  }

  private ownerOf({ personId }: Booking): string {
    const called = [...Array(this.people).keys()].find(
      (n) => enteredPersonId(sha256(phoneOf(n)), '') === personId,
    )
    return called === undefined ? personId : `citizen-${called}`
  }

  /** A step of the clock that failed although nothing went wrong around it. */
  private failed = (error: unknown): void => {
    if (!this.world.hasFaults) this.faults.push(`the clock failed: ${String(error)}`)
  }

  private check(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.faults.push((error as Error).message)
    }
  }

  private expect(what: string, holds: boolean): void {
    if (!holds) this.faults.push(what)
  }

  private day = (id: string): Day => this.world.memory.get('days', id) as unknown as Day
  private bookings = (): Booking[] =>
    [...this.world.memory.collection('bookings').values()] as unknown as Booking[]

  private contextOf(
    personId: string,
    person: Person | undefined,
    action: string,
    requestId: string,
  ): Context {
    const call: Pick<CallContext, 'now' | 'pause' | 'asNotices' | 'log' | 'sha256' | 'random' | 'request'> = {
      now: this.world.now,
      request: {
        id: requestId,
        action,
        key: sha256(`${personId}/${requestId}`).slice(0, 32),
        inputHash: action,
      },
      pause: () => this.world.request(() => undefined),
      asNotices: (work) => work(),
      log: { warn: nothing, error: nothing },
      sha256,
      random: () => sha256(String(this.requests)),
    }
    const actor =
      personId === 'operator-1'
        ? ({ id: personId, role: 'operator', unitId: 'centre' } as const)
        : ({ id: personId, role: 'citizen' } as const)
    return {
      ...call,
      actor,
      person: person!,
      vault: { seal: (plain: string) => plain, open: (sealed: string) => sealed, phoneHash: sha256 },
      wechat: { subscribeTemplate: () => undefined },
      files: { linksOf: () => Promise.resolve(new Map()) },
    } as unknown as Context
  }
}

type Action = keyof typeof receptionActions

const phoneOf = (n: number): string => `1390000000${n}`

/** What the day has of a booking: what the desk or the clock says of a visitor leaves the seat as it is. */
const seatFor = (state: Booking['state']): string =>
  state === 'unserved' || state === 'noShow' ? 'booked' : state

const hourOf = (moment: Date): number => new Date(moment.getTime() + 8 * 3_600_000).getUTCHours()
