import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { doorBridge, type App, type Bridge } from '../host'
import { startPhones, type Phones } from '../support/phones'
import { fillReport, send } from '../support/steps'
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

async function growth(app: App, round: () => Promise<void>): Promise<number> {
  const go = async (times: number) => {
    for (let n = 0; n < times; n += 1) {
      await round()
      await app.idle()
      app.forget()
    }
  }
  await go(WARM_UP)
  const before = await heapUsed()
  await go(TIMES)
  return (await heapUsed()) - before
}

it('the ticket and the report form, each 200 times', async () => {
  const bridge = remembering(doorBridge({ baseUrl: phones.cloud.url, person: 'citizen-1' }))
  const app = await phones.start('citizen-1', { bridge })
  await fillReport(app, { words: '巷子里的路灯坏了三天，晚上看不清路。' })
  await send(app)
  await app.open('/pages/tickets/index')
  const ticket = await growth(app, async () => {
    await app.tap('反映 ·')
    await app.waitForText('办理过程')
    await app.back()
    await app.waitForText('反映 ·')
  })
  meter.note('heap', ticket, '事项')
  await app.open('/pages/home/index')
  const report = await growth(app, async () => {
    await app.tap('我要反映')
    await app.waitForText('发生了什么事')
    await app.back()
    await app.waitForText('预约县领导')
  })
  meter.note('heap', report, '我要反映')
  expect(meter.excess()).toEqual([])
}, 240_000)
