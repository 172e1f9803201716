import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { doorBridge, type Bridge } from '../host'
import { startPhones, type Phones } from '../support/phones'
import { fillReport, send } from '../support/steps'
import { BUDGETS } from './limits'
import { Meter } from './meter'

/** 200 times in and out of a page must leave nothing behind. */
const TIMES = 200
/** The first rounds fill the caches of the engine and compile what is hot. */
const WARM_UP = 60

let phones: Phones
const meter = new Meter()

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(async () => {
  meter.report('heap')
  await phones.close()
})

// The collector is asked for by a flag of the running process: a process of its own would have to load all of this anew.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are still in use once everything else has been collected. */
async function heapUsed(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    collect()
  }
  return process.memoryUsage().heapUsed
}

/** The same question gets the same answer, so that only the mini-program works. */
function remembering(door: Bridge): Bridge {
  const known = new Map<string, Promise<unknown>>()
  return {
    ...door,
    callFunction(name, data) {
      const { action, input } = data as { action: string; input: unknown }
      const key = JSON.stringify([action, input])
      const answer = known.get(key) ?? door.callFunction(name, data)
      known.set(key, answer)
      return answer
    },
  }
}

/**
 * Bytes that so many rounds leave behind. Too many are measured once more and the smaller taken: a leak grows every
 * time, while the weak maps of the engine and of jsdom double their tables now and then.
 */
async function growth(round: () => Promise<void>): Promise<number> {
  const go = async (times: number) => {
    for (let n = 0; n < times; n += 1) await round()
    return heapUsed()
  }
  const start = await go(WARM_UP)
  const after = await go(TIMES)
  const grown = after - start
  return grown <= BUDGETS.heap.limit ? grown : Math.min(grown, (await go(TIMES)) - after)
}

it('200 times in and out of a ticket, and of the report form', async () => {
  const before = await phones.start('citizen-1')
  await fillReport(before, { words: '巷子里的路灯坏了三天，晚上看不清路。' })
  await send(before)
  before.close()
  const bridge = remembering(doorBridge({ baseUrl: phones.cloud.url, person: 'citizen-1' }))
  const app = await phones.start('citizen-1', { bridge, entry: 'pages/tickets/index' })
  await app.waitForText('反映 ·')
  const inAndOut = async (way: string, there: string) => {
    await app.tap(way)
    await app.waitForText(there)
    await app.back()
    await app.idle()
    app.forget()
  }
  meter.note('heap', await growth(() => inAndOut('反映 ·', '办理过程')), '我的事项 › 事项')
  await app.tap('待我评价')
  await app.waitForText('没有等您评价的事')
  meter.note('heap', await growth(() => inAndOut('我要反映', '发生了什么事')), '我的事项 › 我要反映')
  expect(meter.excess()).toEqual([])
}, 240_000)
