import type { FunctionSpec, TimerSpec } from '../functions/catalog'
import type { SettableClock } from './clock'

export interface TriggersOptions {
  catalog: ReadonlyMap<string, FunctionSpec>
  clock: SettableClock
  /** Runs a function as the timer does; errors are logged by `fire` and `runDue`. */
  invoke(functionName: string, event: Record<string, unknown>): Promise<unknown>
  log(line: string): void
}

/** One firing of a timer. */
export interface Firing {
  functionName: string
  /** When it was due by the clock. */
  due: Date
  /** The function's reply, or the error it ended with. */
  reply?: unknown
  error?: string
}

interface Timer {
  functionName: string
  spec: TimerSpec
  next: Date | null
}

interface Task {
  at: Date
  run(): Promise<void>
}

const TICK_MS = 1000
const DAY_MS = 86_400_000

/**
 * Timers of the functions (7 fields, UTC+8) and one-off tasks (verdicts on pictures), by the settable clock.
 * Production looks every second; tests move the clock and call `runDue`. When the clock jumped over several
 * firings of one timer, as after a laptop slept, it fires once, for the last of them.
 */
export class Triggers {
  private readonly timers: Timer[]
  private tasks: Task[] = []
  private ticking: NodeJS.Timeout | null = null

  constructor(private readonly options: TriggersOptions) {
    const now = options.clock.now()
    this.timers = [...options.catalog.values()].flatMap(({ name, timer }) =>
      timer ? [{ functionName: name, spec: timer, next: timer.cron.next(now) }] : [],
    )
  }

  /** Starts looking every second. */
  start(): void {
    this.ticking ??= setInterval(() => void this.runDue(), TICK_MS)
  }

  stop(): void {
    if (this.ticking) clearInterval(this.ticking)
    this.ticking = null
  }

  schedule(at: Date, run: () => Promise<void>): void {
    this.tasks.push({ at, run })
  }

  /** Runs everything due by now, one after the other in order of time; resolves with the timers that fired. */
  async runDue(): Promise<Firing[]> {
    const now = this.options.clock.now()
    // All of this before the first await: a tick during a long run must not see the same moment again.
    const moments: { timer: Timer; at: Date }[] = []
    for (const timer of this.timers) {
      if (timer.next !== null && timer.next <= now) moments.push({ timer, at: lastDue(timer, now) })
      // Also when nothing is due: the clock may have been set back, and the next moment come nearer.
      timer.next = timer.spec.cron.next(now)
    }
    await this.runTasks(now)
    moments.sort((a, b) => a.at.getTime() - b.at.getTime())
    const firings: Firing[] = []
    for (const { timer, at } of moments) firings.push(await this.run(timer, at))
    return firings
  }

  /** Fires the timer of a function (or the timer of that name) now. Throws when there is none. */
  async fire(name: string): Promise<Firing> {
    const timer =
      this.timers.find((t) => t.functionName === name) ?? this.timers.find((t) => t.spec.name === name)
    if (!timer) throw new Error(`no function and no timer named ${name} has a timer`)
    return this.run(timer, this.options.clock.now())
  }

  private async runTasks(now: Date): Promise<void> {
    const due = this.tasks.filter(({ at }) => at <= now)
    this.tasks = this.tasks.filter(({ at }) => at > now)
    for (const task of due) {
      try {
        await task.run()
      } catch (error) {
        this.options.log(`push failed: ${(error as Error).message}`)
      }
    }
  }

  private async run({ functionName, spec }: Timer, due: Date): Promise<Firing> {
    const Time = due.toISOString().replace(/\.\d+Z$/, 'Z')
    const event = { Type: 'Timer', TriggerName: spec.name, Time, Message: '' }
    try {
      return { functionName, due, reply: await this.options.invoke(functionName, event) }
    } catch (error) {
      this.options.log(`timer ${spec.name} of ${functionName} failed: ${(error as Error).message}`)
      return { functionName, due, error: (error as Error).message }
    }
  }
}

/** The latest moment of this timer that is not after `now`; searched within the last day where there is one. */
function lastDue(timer: Timer, now: Date): Date {
  const { cron } = timer.spec
  const withinDay = cron.next(new Date(now.getTime() - DAY_MS))
  let last = withinDay && withinDay <= now && withinDay > timer.next! ? withinDay : timer.next!
  for (;;) {
    const next = cron.next(last)
    if (next === null || next > now) return last
    last = next
  }
}
