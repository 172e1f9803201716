import { runFaults, type RunFaults } from '../score/running'
import { startPhones, type Phones } from '../support/phones'
import { faultsRow, report } from '../support/report'
import { openScene, scenes, type Scene } from '../support/scenes'
import { Meter } from './meter'

/** Every page of app.json in each of its states, opened once for all that is asked of it. */
let phones: Phones
let all: Scene[]
const meter = new Meter()

beforeAll(async () => {
  phones = await startPhones({ history: true })
  all = await scenes(phones)
}, 120_000)

afterAll(() => phones.close())

const LISTS = ['pages/tickets/index', 'pages/messages/index', 'pages/bookings/index', 'workbench/home/index']

it('R-Y2 every page reaches each of its states, within the budgets and without what WeChat marks down', async () => {
  const found: RunFaults = {}
  const isForeign = (address: string) => /^https?:/.test(address) && !address.startsWith(phones.cloud.url)
  for (const scene of all) {
    const app = await openScene(phones, scene)
    const { page, setData, hiddenSetData } = app.stats()
    const largest = Math.max(...setData.map(({ bytes }) => bytes))
    meter.note(LISTS.includes(scene.page) ? 'list' : 'page', largest, scene.name)
    meter.noteShape(app, scene.name)
    meter.note('hidden', hiddenSetData.length, scene.name)
    for (const [rule, faults] of Object.entries(runFaults(app, isForeign))) {
      found[rule] = [...(found[rule] ?? []), ...faults.map((fault) => `${scene.name}: ${fault}`)]
    }
    expect(page.route).toBe(scene.page)
    app.close()
  }
  meter.report('states')
  report(
    'run',
    Object.entries(found).map(([rule, faults]) => faultsRow(rule, faults, `${all.length} 个页面状态`)),
  )
  expect(meter.excess()).toEqual([])
  expect(Object.values(found).flat()).toEqual([])
}, 120_000)
