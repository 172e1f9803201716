import { Worker } from 'node:worker_threads'

import { cloudError, type CloudError } from '../protocol/errors'
import { FUNCTION_LIMITS } from '../limits'

/** One call, ready to run. */
export interface Job {
  id: string
  functionName: string
  entry: string
  /** JSON text of the event. */
  event: string
  env: Record<string, string>
  timeoutMs: number
  /** Made by a running call that waits for it. */
  nested: boolean
}

export interface InstanceOptions {
  workerFile: string
  modulePath: string
  env: Record<string, string>
  /** Called once when the thread has ended for whatever reason. */
  onEnd(instance: Instance): void
  log(line: string): void
}

interface Running {
  job: Job
  timer: NodeJS.Timeout
  resolve(json: string): void
  reject(error: CloudError): void
}

type Message =
  | { kind: 'reply'; id: string; json: string }
  | { kind: 'failure'; id: string; message: string; stack: string }
  | { kind: 'stray'; id?: string; fatal: boolean; message: string; stack: string }

const failed = (message: string) => cloudError('FUNCTIONS_EXECUTE_FAIL', message)

/** One thread and the calls on it. Ends on timeout, on running out of memory, or when stopped. */
export class Instance {
  private readonly worker: Worker
  private readonly running = new Map<string, Running>()
  private ended = false
  /** The function of its first call; with `isolate` it serves no other. */
  boundTo: string | null = null

  constructor(private readonly options: InstanceOptions) {
    this.worker = new Worker(options.workerFile, {
      env: { ...options.env },
      workerData: { env: options.env, modulePath: options.modulePath },
      // Flags of the parent (test runner, inspector) are no business of the functions.
      execArgv: [],
      argv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: FUNCTION_LIMITS.memoryMib },
    })
    this.worker.on('message', (message: Message) => this.receive(message))
    this.worker.on('error', (error) => this.end(`${error.name}: ${error.message}`))
    this.worker.on('exit', () => this.end('the instance ended'))
    forwardLines(this.worker.stdout, options.log)
    forwardLines(this.worker.stderr, options.log)
  }

  get load(): number {
    return this.running.size
  }

  /** Runs a call; resolves with the JSON text of its reply, rejects with FUNCTIONS_EXECUTE_FAIL. */
  run(job: Job): Promise<string> {
    this.boundTo ??= job.functionName
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.timeOut(job), job.timeoutMs)
      this.running.set(job.id, { job, timer, resolve, reject })
      this.worker.postMessage({
        id: job.id,
        entry: job.entry,
        event: job.event,
        env: job.env,
        context: {
          request_id: job.id,
          function_name: job.functionName,
          function_version: '$LATEST',
          memory_limit_in_mb: FUNCTION_LIMITS.memoryMib,
          time_limit_in_ms: job.timeoutMs,
        },
      })
    })
  }

  /** Ends the thread; calls still on it fail with `reason`. */
  async stop(reason: string): Promise<void> {
    this.end(reason)
    await this.worker.terminate()
  }

  /** A call cannot be stopped alone, so its thread goes, and with it the other calls on it (they may retry). */
  private timeOut(job: Job): void {
    const seconds = job.timeoutMs / 1000
    this.settle(job.id)?.reject(failed(`Invoking task timed out after ${seconds} seconds`))
    this.options.log(`function ${job.functionName} timed out after ${seconds} s; its instance is replaced`)
    void this.stop('the instance was stopped because another call on it timed out')
  }

  private receive(message: Message): void {
    if (message.kind === 'stray') return this.receiveStray(message)
    const call = this.settle(message.id)
    if (!call) return
    if (message.kind === 'failure') {
      this.options.log(`function ${call.job.functionName} failed: ${message.stack || message.message}`)
      call.reject(failed(message.message))
    } else if (Buffer.byteLength(message.json) > FUNCTION_LIMITS.maxReplyBytes) {
      call.reject(failed(`the reply is larger than ${FUNCTION_LIMITS.maxReplyBytes} bytes`))
    } else {
      call.resolve(message.json)
    }
  }

  /** An error nobody awaited: always logged; a throw outside a promise also fails the call it belongs to. */
  private receiveStray({ id, fatal, message, stack }: Extract<Message, { kind: 'stray' }>): void {
    const what = fatal ? 'uncaught exception' : 'unhandled rejection'
    this.options.log(`function ${this.nameOf(id)}: ${what}: ${stack || message}`)
    if (fatal && id !== undefined) this.settle(id)?.reject(failed(message))
  }

  private nameOf(id: string | undefined): string {
    return (id !== undefined && this.running.get(id)?.job.functionName) || '(finished call)'
  }

  private settle(id: string): Running | undefined {
    const call = this.running.get(id)
    if (call) clearTimeout(call.timer)
    this.running.delete(id)
    return call
  }

  private end(reason: string): void {
    if (this.ended) return
    this.ended = true
    for (const id of [...this.running.keys()]) this.settle(id)?.reject(failed(reason))
    this.options.onEnd(this)
  }
}

function forwardLines(stream: NodeJS.ReadableStream, log: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(log)
  })
}
