import type { Day, Seat } from '@core/reception'

/**
 * The reference: a reception day as anybody would keep it on paper, so many seats a slot and a line before each. It is
 * told of every write on the day and refuses what may not happen; it knows nothing of calls, claims or intentions.
 */
export class Reference {
  private readonly free = new Map<string, number>()
  private readonly lines = new Map<string, string[]>()
  /** Steps at which a slot could not be booked: who was turned away must have met one. */
  private readonly shut = new Map<string, number[]>()

  constructor(
    private readonly id: string,
    day: Day,
  ) {
    for (const { id: slot, capacity } of day.slots) {
      const taken = Object.values(day.seats[slot] ?? {}).filter(({ state }) => state === 'booked')
      this.free.set(slot, capacity - taken.length)
      this.lines.set(slot, [])
    }
  }

  /** @throws Error naming what may not happen */
  observe(before: Day, after: Day, now: Date, step: number): void {
    for (const { id: slot, capacity } of after.slots) {
      const [was, is] = [before.seats[slot] ?? {}, after.seats[slot] ?? {}]
      const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
        (seatId) => was[seatId]?.state !== is[seatId]?.state,
      )
      // What is given back in a write can be given out in the same one.
      changed.sort((a, b) => order(is[a]) - order(is[b]) || this.placeOf(slot, a) - this.placeOf(slot, b))
      for (const seatId of changed) this.change(slot, seatId, was[seatId], is[seatId], after, now)
      this.expect(`${slot} has ${after.free[slot]} free`, after.free[slot] === this.free.get(slot))
      this.expect(`${slot} is oversold`, this.free.get(slot)! >= 0 && this.free.get(slot)! <= capacity)
      this.expect(`${slot} has another line`, String(after.waiting[slot]) === String(this.lines.get(slot)))
    }
    this.note(after, now, step)
  }

  /** Notes for each slot whether it can be booked from this step on. */
  note(day: Day, now: Date, step: number): void {
    for (const { id: slot } of day.slots) {
      const isShut = day.cutOff <= now || this.free.get(slot)! === 0 || this.lines.get(slot)!.length > 0
      const steps = this.shut.get(slot) ?? []
      // A closed interval is [from, to): odd length means it is still shut.
      if (isShut !== (steps.length % 2 === 1)) this.shut.set(slot, [...steps, step])
    }
  }

  /** Whether the slot could not be booked at some moment between two steps. */
  wasShut(slot: string, from: number, to: number): boolean {
    const steps = this.shut.get(slot) ?? []
    for (let n = 0; n < steps.length; n += 2) {
      if (steps[n]! <= to && (steps[n + 1] ?? Infinity) >= from) return true
    }
    return false
  }

  private placeOf(slot: string, seatId: string): number {
    return this.lines.get(slot)!.indexOf(seatId)
  }

  private change(
    slot: string,
    seatId: string,
    was: Seat | undefined,
    is: Seat | undefined,
    day: Day,
    now: Date,
  ): void {
    const line = this.lines.get(slot)!
    const step = `${was?.state ?? 'absent'} → ${is?.state ?? 'absent'}`
    const give = (by: number) => this.free.set(slot, this.free.get(slot)! + by)
    const isOver = day.cutOff <= now
    const hour = new Date(now.getTime() + 8 * 3_600_000).getUTCHours()
    switch (step) {
      case 'absent → booked':
        this.expect('a seat is taken past the line', line.length === 0 || isOver)
        return void give(-1)
      case 'absent → waiting':
        this.expect('somebody joins the line after the cut-off', !isOver)
        return void line.push(seatId)
      case 'waiting → offered':
        this.expect('an offer out of turn', line.shift() === seatId)
        this.expect('an offer at night or after the cut-off', !isOver && hour >= 8 && hour < 20)
        this.expect('an offer without an end', is!.until! > now && is!.until! <= day.cutOff)
        return void give(-1)
      case 'waiting → void':
        return void line.splice(line.indexOf(seatId), 1)
      case 'offered → booked':
        return this.expect('an offer taken too late', was!.until! > now)
      case 'offered → void':
      case 'booked → void':
        return void give(1)
      case 'absent → void':
        return
      case 'void → absent':
        return this.expect('a tombstone goes too early', was!.until! <= now)
      default:
        this.expect(step, false)
    }
  }

  private expect(what: string, holds: boolean): void {
    if (!holds) throw new Error(`${this.id}: ${what}`)
  }
}

const order = (seat: Seat | undefined): number =>
  seat === undefined || seat.state === 'void' ? 0 : seat.state === 'waiting' ? 2 : 1
