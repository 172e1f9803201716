import { DIST, startPhones, type Phones } from '../support/phones'
import { openScene, scenes, type Scene } from '../support/scenes'
import type { App } from '../host'
import { Meter } from './meter'
import { packageSizes } from './packages'
import { changeBy, CHOICES, fieldsOn, OPENERS, targetsOn, type Change, type Target } from './touch'
import { Visits } from './visits'

/** The budgets of limits.ts: the packages, and whatever can be touched on any page; opening them is in states.test.ts. */
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

it('packages: main, each subpackage, all', () => {
  const { main, subpackages, total } = packageSizes(DIST)
  meter.note('main', main, '')
  for (const [root, bytes] of Object.entries(subpackages)) meter.note('subpackage', bytes, root)
  meter.note('total', total, '')
  expect(meter.excess()).toEqual([])
})

/** Opened again it says something else: what was new no longer is. */
const CHANGED_BY_A_LOOK = ['pages/messages/index']

it.each(['pages', 'workbench', 'open'])(
  'every field and every tap of every page of %s, and of the forms they open',
  async (root) => {
    const own = all.filter(({ page, state }) => state === 'filled' && page.startsWith(`${root}/`))
    expect(own).not.toEqual([])
    for (const scene of own) {
      if (CHANGED_BY_A_LOOK.includes(scene.page)) (await openScene(phones, scene)).close()
      const visits = new Visits(phones, scene)
      await explore(visits, scene)
      visits.leave()
    }
    expect(meter.excess()).toEqual([])
  },
  240_000,
)

/** Taps already measured on a page of the same kind. */
const known = new Set<string>()

/**
 * Opens the page and goes the way, measuring its last tap. What that opened, or the page itself, is then touched:
 * by a further way everything that opens something, and at last every field and every choice.
 */
async function explore(visits: Visits, scene: Scene, way: Target[] = []): Promise<void> {
  const where = [scene.name, ...way.map(({ words }) => words)].join(' › ')
  const app = await go(visits, way.slice(0, -1))
  const [last] = way.slice(-1)
  if (last) {
    const id = await again(app, last)
    const { largest } = await changeBy(app, () => app.tap(id))
    meter.note('tap', largest, where)
  }
  if (app.route() !== scene.page || app.count('[role="dialog"]') !== way.length) return
  meter.noteShape(app, where)
  const openers = way.length < 3 ? targetsOn(app, OPENERS).filter((each) => isNew(scene, each)) : []
  const canBeFilled = fieldsOn(app).length + targetsOn(app, CHOICES).length > 0
  for (const opener of openers) await explore(visits, scene, [...way, opener])
  if (!canBeFilled) return
  await touchFields(openers.length > 0 ? await go(visits, way) : app, where)
  visits.leave()
}

/** The page just opened, and then the way. */
async function go(visits: Visits, way: Target[]): Promise<App> {
  const app = await visits.open()
  for (const step of way) {
    await app.tap(await again(app, step))
    await app.still()
  }
  return app
}

function isNew({ page }: Scene, { role, group, words }: Target): boolean {
  const key = [page, role, group, words].join()
  if (known.has(key)) return false
  known.add(key)
  return true
}

/** The same target on a page opened anew, where ids are others. */
async function again(app: App, { role, group, words }: Target): Promise<string> {
  const isSame = (each: Target) => each.words === words && each.group === group
  const { id } = await app.waitFor(() => targetsOn(app, [role]).find(isSame), `"${words}" again`)
  return `#${id}`
}

/** Groups that choose what is looked at, not what a form says. */
const VIEWS = ['选日期']
/** Choosing among these changes which further questions the form asks. */
const ASKS_OTHERS = ['哪一种']
/** A report is always confidential: choosing this kind sets that field too, and says why. */
const SETS_TWO = ['举报']

async function touchFields(app: App, where: string): Promise<void> {
  for (const { id, label, text } of fieldsOn(app)) {
    const change = await changeBy(app, () => app.input(`#${id}`, text))
    noteField(change, `${where} › ${label}`)
  }
  for (const choice of targetsOn(app, CHOICES)) {
    // An earlier choice may have closed the form, or taken the question away.
    if (
      !targetsOn(app, [choice.role]).some(
        ({ words, group }) => words === choice.words && group === choice.group,
      )
    )
      continue
    const { words, group } = choice
    const id = await again(app, choice)
    const change = await changeBy(app, () => app.tap(id))
    const single = ![...VIEWS, ...ASKS_OTHERS].includes(group) && !SETS_TWO.includes(words)
    noteField({ ...change, rebuilt: change.rebuilt || !single }, `${where} › ${words}`)
  }
}

function noteField({ bytes, largest, calls, rebuilt }: Change, where: string): void {
  if (rebuilt) return meter.note('tap', largest, where)
  meter.note('field', bytes, where)
  meter.note('fieldCalls', calls, where)
}
