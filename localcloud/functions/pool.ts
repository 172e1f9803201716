import { cloudError, type CloudError } from '../protocol/errors'
import { POOL_LIMITS } from '../limits'
import { Instance, type InstanceOptions, type Job } from './instance'

export interface PoolOptions extends Omit<InstanceOptions, 'onEnd'> {
  /** Threads kept. */
  workers: number
  /** As in the cloud: an instance serves one function, one call at a time. Slower; CI runs it once. */
  isolate: boolean
}

interface Waiting {
  job: Job
  resolve(json: string): void
  reject(error: CloudError): void
}

/**
 * Shares instances among calls and queues what does not fit.
 *
 * The cloud starts as many instances as there are calls; here their number is bounded, and a call made inside
 * a call could wait for ever behind the one that waits for it. So nested calls go first in the queue and may
 * start extra instances, which are stopped again when idle.
 */
export class Pool {
  private readonly instances = new Set<Instance>()
  private readonly queue: Waiting[] = []
  private readonly capacity: number
  private closed = false

  constructor(private readonly options: PoolOptions) {
    this.capacity = options.isolate ? 1 : POOL_LIMITS.callsPerWorker
  }

  /** Starts the kept threads now, so that the first caller does not wait for them. */
  warm(): void {
    while (this.instances.size < this.options.workers) this.start()
  }

  /** Runs one call; see Instance.run for what it resolves and rejects with. */
  run(job: Job): Promise<string> {
    if (this.closed) return Promise.reject(cloudError('FUNCTIONS_EXECUTE_FAIL', 'the local cloud is closing'))
    return new Promise((resolve, reject) => {
      const waiting = { job, resolve, reject }
      if (job.nested) this.queue.unshift(waiting)
      else this.queue.push(waiting)
      this.dispatch()
    })
  }

  /** Fails what waits, ends every thread. */
  async close(): Promise<void> {
    this.closed = true
    const reason = 'the local cloud is closing'
    for (const { reject } of this.queue.splice(0)) reject(cloudError('FUNCTIONS_EXECUTE_FAIL', reason))
    await Promise.all([...this.instances].map((instance) => instance.stop(reason)))
  }

  private dispatch(): void {
    for (let i = 0; i < this.queue.length && !this.closed;) {
      const waiting = this.queue[i]!
      const instance = this.instanceFor(waiting.job)
      if (!instance) {
        i++
        continue
      }
      this.queue.splice(i, 1)
      void instance
        .run(waiting.job)
        .then(waiting.resolve, waiting.reject)
        .finally(() => {
          this.retireSurplus(instance)
          this.dispatch()
        })
    }
  }

  /** The least busy instance with room, a new one where allowed, or none yet. */
  private instanceFor(job: Job): Instance | null {
    const fits = (i: Instance) =>
      i.load < this.capacity &&
      (!this.options.isolate || i.boundTo === null || i.boundTo === job.functionName)
    const [best] = [...this.instances].filter(fits).sort((a, b) => a.load - b.load)
    if (best) return best
    const limit = job.nested || this.options.isolate ? POOL_LIMITS.maxWorkers : this.options.workers
    if (this.instances.size < limit) return this.start()
    // Isolated instances of other functions may all be idle: one of them makes room.
    const idle = this.options.isolate && [...this.instances].find((i) => i.load === 0)
    if (!idle) return null
    void idle.stop('replaced')
    return this.start()
  }

  private start(): Instance {
    const instance = new Instance({ ...this.options, onEnd: (ended) => this.onEnd(ended) })
    this.instances.add(instance)
    return instance
  }

  private onEnd(instance: Instance): void {
    this.instances.delete(instance)
    // Later, because an instance may end in the middle of a dispatch. One that never got a call is not
    // replaced: a thread that cannot even start would be started for ever.
    queueMicrotask(() => {
      if (this.closed) return
      if (instance.boundTo !== null) this.warm()
      this.dispatch()
    })
  }

  private retireSurplus(instance: Instance): void {
    const surplus = !this.options.isolate && this.instances.size > this.options.workers
    if (surplus && instance.load === 0 && this.instances.has(instance) && this.queue.length === 0) {
      void instance.stop('idle')
    }
  }
}
