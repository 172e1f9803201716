import { DIST, startPhones, type Phones } from '../support/phones'
import { openScene, scenes, type Scene } from '../support/scenes'
import type { App } from '../host'
import { Meter } from './meter'
import { packageSizes } from './packages'
import { changeBy, CHOICES, fieldsOn, holding, OPENERS, targetsOn, type Target } from './touch'

/** The budgets of limits.ts, measured on every page of the built mini-program. */
let phones: Phones
let all: Scene[]
const meter = new Meter()

beforeAll(async () => {
  phones = await startPhones({ history: true })
  all = await scenes(phones)
}, 120_000)

afterAll(async () => {
  meter.report('pages')
  await phones.close()
})

const LISTS = ['pages/tickets/index', 'pages/messages/index', 'pages/bookings/index', 'workbench/home/index']

it('packages: main, each subpackage, all', () => {
  const { main, subpackages, total } = packageSizes(DIST)
  meter.note('main', main, '')
  for (const [root, bytes] of Object.entries(subpackages)) meter.note('subpackage', bytes, root)
  meter.note('total', total, '')
  expect(meter.excess()).toEqual([])
})

it('every page in every state: what opening it sends, its nodes, and nothing for a page nobody sees', async () => {
  for (const scene of all) {
    const app = await openScene(phones, scene)
    const { page, setData, hiddenSetData } = app.stats()
    const largest = Math.max(...setData.map(({ bytes }) => bytes))
    meter.note(LISTS.includes(scene.page) ? 'list' : 'page', largest, scene.name)
    noteShape(app, scene.name)
    meter.note('hidden', hiddenSetData.length, scene.name)
    expect(page.route).toBe(scene.page)
    app.close()
  }
  expect(meter.excess()).toEqual([])
}, 120_000)

it('every field and every tap of every page, and of the forms they open', async () => {
  for (const scene of all.filter(({ state }) => state === 'filled')) await explore(scene)
  expect(meter.excess()).toEqual([])
}, 240_000)

/** Taps already measured on a page of the same kind. */
const known = new Set<string>()

/** Touches everything on a page, and once more in each form that a tap opens. */
async function explore(scene: Scene, way: Target[] = []): Promise<void> {
  const isNew = ({ role, words }: Target) => !known.has(`${scene.page} ${role} ${words}`)
  const app = await reach(scene, way)
  const openers = targetsOn(app, OPENERS).filter(isNew)
  await touchFields(app, [scene.name, ...way.map(({ words }) => words)].join(' › '))
  app.close()
  for (const target of openers) {
    known.add(`${scene.page} ${target.role} ${target.words}`)
    const opened = await tapAndClose(scene, way, target)
    if (opened && way.length < 2) await explore(scene, [...way, target])
  }
}

/** Opens the page anew and goes the way to a form; from then on the cloud answers nothing. */
async function reach(scene: Scene, way: Target[]): Promise<App> {
  let hold = () => {}
  const app = await openScene(phones, {
    ...scene,
    bridge: (door) => {
      const held = holding(door)
      hold = held.hold
      return held.bridge
    },
  })
  hold()
  for (const step of way) await app.tap(`#${again(app, step).id}`)
  return app
}

/** The same target on a page opened anew, where ids are others. */
function again(app: App, { role, words }: Target): Target {
  const found = targetsOn(app, [role]).find((target) => target.words === words)
  if (!found) throw new Error(`"${words}" is not on the page again`)
  return found
}

async function tapAndClose(scene: Scene, way: Target[], target: Target): Promise<boolean> {
  const app = await reach(scene, way)
  app.answer({ media: 'cancel', location: 'cancel', phoneNumber: 'deny' })
  const forms = app.count('[role="dialog"]')
  const { id } = again(app, target)
  const { bytes } = await changeBy(app, () => app.tap(`#${id}`))
  const where = [scene.name, ...[...way, target].map(({ words }) => words)].join(' › ')
  meter.note('tap', bytes, where)
  const opened = app.route() === scene.page && app.count('[role="dialog"]') > forms
  if (opened) noteShape(app, where)
  app.close()
  return opened
}

async function touchFields(app: App, where: string): Promise<void> {
  for (const { id, label, text } of fieldsOn(app)) {
    const change = await changeBy(app, () => app.input(`#${id}`, text))
    noteField(change, `${where} › ${label}`)
  }
  for (const { words, role } of targetsOn(app, CHOICES)) {
    const now = targetsOn(app, [role]).find((target) => target.words === words)
    // Another choice has taken its question away.
    if (!now) continue
    const change = await changeBy(app, () => app.tap(`#${now.id}`))
    noteField(change, `${where} › ${words}`)
    if (change.rebuilt && app.route() !== app.stats().page.route) break
  }
}

function noteField({ bytes, calls, rebuilt }: { bytes: number; calls: number; rebuilt: boolean }, where: string): void {
  if (rebuilt) return meter.note('tap', bytes, where)
  meter.note('field', bytes, where)
  meter.note('fieldCalls', calls, where)
}

function noteShape(app: App, where: string): void {
  const { nodes, depth, widest } = app.stats().page
  meter.note('nodes', nodes, where)
  meter.note('depth', depth, where)
  meter.note('children', widest, where)
}
