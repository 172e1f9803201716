/**
 * `npm run bench`: calls per second and latency over loopback, database requests per action; one JSON line each.
 * Nothing here passes or fails by time.
 */
import { startBenchCloud } from './cloud'

const CONCURRENT = 8
const CALLS = 200

type Bench = Awaited<ReturnType<typeof startBenchCloud>>
type Requests = Awaited<ReturnType<Bench['requestsOf']>>

async function main(): Promise<void> {
  const cloud = await startBenchCloud(CALLS + 2)
  try {
    await cloud.signIn([...cloud.citizens, 'operator-1'])
    const [first, second, ...others] = cloud.citizens as [string, string, ...string[]]
    const submit = (person: string) => cloud.call(person, 'ticket.submit', submission)
    const tickets: Record<string, unknown>[] = []

    // The first call of a function instance also reads the knowledge: not what an action costs.
    await submit(first)
    const requests = await cloud.requestsOf(() => submit(second))
    await measure('ticket.submit', requests, (n) =>
      submit(others[n]!).then((answer) => void tickets.push(answer)),
    )
    await warm(cloud, 'ticket.mine', () => cloud.call(first, 'ticket.mine', { tab: 'open' }))
    await warm(cloud, 'ticket.queue', () => cloud.call('operator-1', 'ticket.queue', { view: 'todo' }))
    await warm(cloud, 'ticket.get', (n) =>
      cloud.call('operator-1', 'ticket.get', { ticketId: tickets[n]!.ticketId }),
    )
    const dispatch = (n: number) =>
      cloud.call('operator-1', 'ticket.dispatch', { ticketId: tickets[n]!.ticketId, ...dispatching })
    const dispatchRequests = await cloud.requestsOf(() => dispatch(0))
    await measure('ticket.dispatch', dispatchRequests, (n) => dispatch(n + 1), CALLS - 2)
  } finally {
    await cloud.close()
  }
}

const submission = {
  words: '从村口到小学的路坑坑洼洼，下雨天孩子们要踩着泥水去上学，盼着能早点修一修。',
  photos: [],
  place: { townshipId: 'liulin', villageId: 'liulin-v1' },
  confidential: false,
}

const dispatching = {
  kind: 'help',
  categoryId: 'road-damage',
  leadUnitId: 'transport',
  coUnitIds: ['liulin'],
  handlingClass: 'fixed',
}

async function warm(cloud: Bench, action: string, call: (n: number) => Promise<unknown>): Promise<void> {
  await measure(action, await cloud.requestsOf(() => call(0)), call)
}

/** Runs `call` so many times, some at once, and prints what it took. */
async function measure(
  action: string,
  requests: Requests,
  call: (n: number) => Promise<unknown>,
  calls = CALLS,
): Promise<void> {
  const times: number[] = []
  let next = 0
  const started = performance.now()
  const caller = async () => {
    for (let n = next++; n < calls; n = next++) {
      const from = performance.now()
      await call(n)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENT }, caller))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]! * 10) / 10
  const line = {
    action,
    calls,
    concurrent: CONCURRENT,
    perSecond: Math.round(calls / seconds),
    p50: at(0.5),
    p99: at(0.99),
  }
  console.log(
    JSON.stringify({ ...line, databaseRequests: requests.database, noticeRequests: requests.notices }),
  )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
