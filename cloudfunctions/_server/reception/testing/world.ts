import { AsyncLocalStorage } from 'node:async_hooks'
import type { Where } from '../../platform/conditions'
import type { ListOptions } from '../../platform/database'
import type { Patch } from '../../platform/patch'
import { Memory } from './memory'

/**
 * Calls that run at once against one database, a request at a time in an order that chance decides. At every request
 * a call may die before or after it, and a reply may be lost with or without its effect. Time stands still between
 * requests and moves only where the test moves it.
 */

interface Call {
  name: string
  isDead: boolean
  isDone: boolean
}

interface Request {
  call: Call
  run: () => unknown
  resolve: (value: never) => void
  reject: (error: Error) => void
}

/** What becomes of one request. */
type Fate = 'done' | 'unanswered' | 'lost' | 'diesBefore' | 'diesAfter'

/** Of a hundred requests that go wrong. */
const FATES: readonly [Fate, number][] = [
  ['unanswered', 30],
  ['lost', 30],
  ['diesBefore', 15],
  ['diesAfter', 25],
]

export class World {
  memory = new Memory()
  now = new Date(0)
  /** Requests so far: the order in which things happened. */
  step = 0
  hasFaults = true
  /** Told of every write that was made. */
  onWrite: (collection: string, before: unknown, after: unknown) => void = () => undefined
  private readonly requests: Request[] = []
  private readonly calls = new AsyncLocalStorage<Call>()

  /** @param trouble of a hundred requests so many go wrong */
  constructor(
    private readonly chance: () => number,
    private readonly trouble = 0,
  ) {}

  /** Starts a call; it goes on as its requests are let through. Undefined: it died. */
  start<T>(
    name: string,
    work: () => Promise<T>,
    end: (result: T | undefined, error?: unknown) => void,
  ): void {
    const call: Call = { name, isDead: false, isDone: false }
    const ended = (result: T | undefined, error?: unknown) => {
      call.isDone = true
      if (!call.isDead) end(result, error)
    }
    this.calls.run(
      call,
      () =>
        void work().then(
          (result) => ended(result),
          (error: unknown) => ended(undefined, error),
        ),
    )
  }

  /** One request of the call that is running. */
  request<T>(run: () => T): Promise<T> {
    const call = this.calls.getStore()
    if (!call) return Promise.resolve(run())
    return new Promise<T>((resolve, reject) => {
      if (!call.isDead) this.requests.push({ call, run, resolve: resolve as (value: never) => void, reject })
    })
  }

  /** Lets one request through, if any call waits with one. */
  async advance(): Promise<boolean> {
    await settled()
    if (this.requests.length === 0) return false
    const [request] = this.requests.splice(Math.floor(this.chance() * this.requests.length), 1)
    const { call, run, resolve, reject } = request!
    const fate = this.fate()
    this.step++
    if (fate === 'diesBefore') this.kill(call)
    else if (fate === 'lost') reject(new Error('the request was lost'))
    else {
      const result = run()
      if (fate === 'diesAfter') this.kill(call)
      else if (fate === 'unanswered') reject(new Error('the answer was lost'))
      else resolve(result as never)
    }
    await settled()
    return true
  }

  /** The calls that are under way. */
  waiting = (): string => this.requests.map(({ call }) => call.name).join()

  /** A function that has run for a minute is ended: no request of it comes later. */
  killAll(): void {
    for (const { call } of [...this.requests]) this.kill(call)
  }

  private kill(call: Call): void {
    call.isDead = true
    for (let n = this.requests.length - 1; n >= 0; n--) {
      if (this.requests[n]!.call === call) this.requests.splice(n, 1)
    }
  }

  private fate(): Fate {
    if (!this.hasFaults || this.chance() * 100 >= this.trouble) return 'done'
    let drawn = this.chance() * 100
    return FATES.find(([, share]) => (drawn -= share) < 0)?.[0] ?? 'done'
  }

  update(collection: string, id: string, where: Where, patch: Patch): boolean {
    const before = this.memory.collection(collection).get(id)
    const written = this.memory.update(collection, id, where, patch)
    if (written) this.onWrite(collection, before, this.memory.collection(collection).get(id))
    return written
  }
}

/** Everything that can go on without a request has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

let world = new World(() => 0)

/** The world in which the next run happens. */
export const enter = (next: World): World => (world = next)

/** What stands in for `platform/database`. */
export const database = {
  get: (collection: string, id: string) => world.request(() => world.memory.get(collection, id)),
  list: (collection: string, options: ListOptions) =>
    world.request(() => world.memory.find(collection, options)),
  insert: (collection: string, document: { _id: string }) =>
    world.request(() => world.memory.insert(collection, { ...document })),
  updateOne: (collection: string, id: string, where: Where, patch: Patch) =>
    world.request(() => world.update(collection, id, where, patch)),
}

/** What stands in for `platform/clock`. */
export const clock = {
  readClock: () => new Date(world.now),
  ticks: () => 0,
  pause: () => world.request(() => undefined),
}
