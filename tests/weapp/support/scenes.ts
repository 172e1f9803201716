import { STATUSES, type Status } from '@core/ticket/words'
import type { LocalCloud } from '../../../localcloud/server'
import { doorBridge, type App, type Bridge } from '../host'
import { NO_WAY } from '../smoke'
import type { Phones } from './phones'

const STATES = ['loading', 'empty', 'filled', 'error'] as const
export type State = (typeof STATES)[number]

const WORDS: Record<State, string> = { loading: '正在打开', empty: '空', filled: '有内容', error: '没有打开' }

/** One page in one state: who opens it, by which address, and what they must see. */
export interface Scene {
  name: string
  page: string
  state: State
  url: string
  person: string
  /** Words or a selector. */
  sees: string
  bridge?(door: Bridge): Bridge
}

const CITIZEN = 'citizen-1'
const RATER = 'citizen-2'
const OPERATOR = 'operator-1'
const NEWCOMER = 'newcomer'

/** `data-*` does not cross to a phone's view: a state is known by what a person sees or hears of it. */
const LOADING = '[role="status"][aria-label="正在打开"]'
const ERROR = '没有打开'

type Found = { id: string }
type Find = { person: string; action: string; input: object }

interface PageScenes {
  person: string
  /** Finds the ticket whose id the address carries. */
  id?: Find
  /** What is seen in each state; `null` where a page has no such state. */
  sees: Record<State, string | null>
  /** What an address must carry for the empty state, where it is not the person who has nothing. */
  emptyUrl?: string
  /** What the cloud answers in the empty state, where even a new county has something. */
  none?: Record<string, object>
}

const toRate: Find = { person: RATER, action: 'ticket.mine', input: { tab: 'toRate' } }
const queued = (status: Status): Find => ({
  person: OPERATOR,
  action: 'ticket.queue',
  input: { view: 'all', status },
})
const receptions: Find = { person: OPERATOR, action: 'reception.today', input: {} }
const noDays = { 'open.schedule': { days: [] } }

/** Every page of app.json. */
const PAGES: Record<string, PageScenes> = {
  'pages/home/index': {
    person: CITIZEN,
    sees: {
      loading: LOADING,
      empty: '您反映的事会在这里，能看到谁在办、什么时候办好',
      filled: '反映 ·',
      error: ERROR,
    },
  },
  'pages/tickets/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '没有正在办的事', filled: '反映 ·', error: ERROR },
  },
  'pages/messages/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '还没有消息', filled: '[role="link"]', error: ERROR },
  },
  'pages/me/index': {
    person: CITIZEN,
    sees: { loading: '手机号 未填写', empty: null, filled: '手机号 199****1000', error: '再试一次' },
  },
  'pages/report/index': {
    person: CITIZEN,
    sees: {
      loading: null,
      empty: null,
      filled: '发生了什么事',
      error: '乡镇名单没有打开，可以直接在上面写清地点',
    },
  },
  'pages/report-done/index': {
    person: CITIZEN,
    // Filled by sending a report: walks/main-job.test.ts and budgets see it so.
    sees: { loading: null, empty: '这里没有刚提交的事', filled: null, error: null },
  },
  'pages/ticket/index': {
    person: CITIZEN,
    id: { person: CITIZEN, action: 'ticket.mine', input: { tab: 'open' } },
    sees: { loading: LOADING, empty: null, filled: '办理过程', error: ERROR },
  },
  'pages/rate/index': {
    person: RATER,
    id: toRate,
    sees: { loading: LOADING, empty: null, filled: '对办理结果', error: ERROR },
  },
  'pages/reception/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '近期没有接待安排', filled: '分管', error: ERROR },
    none: noDays,
  },
  'pages/bookings/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '还没有预约', filled: '地点', error: ERROR },
  },
  'pages/joins/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '还没有附议过', filled: '评价结果', error: ERROR },
  },
  'workbench/home/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: '现在没有等您办的事', filled: '共', error: ERROR },
    none: { 'ticket.queue': { items: [], total: 0 } },
  },
  'workbench/ticket/index': {
    person: OPERATOR,
    id: queued('submitted'),
    emptyUrl: 'workbench/ticket/index',
    sees: { loading: LOADING, empty: '没有指明是哪一件事', filled: '办理过程', error: ERROR },
  },
  'workbench/sign-sheet/index': {
    person: OPERATOR,
    id: queued('awaitingInstruction'),
    emptyUrl: 'workbench/sign-sheet/index',
    sees: { loading: LOADING, empty: '现在没有要签的单子', filled: '（签字）', error: ERROR },
  },
  'workbench/docket/index': {
    person: OPERATOR,
    id: queued('closed'),
    emptyUrl: 'workbench/docket/index',
    sees: { loading: LOADING, empty: '没有指明是哪一件事', filled: '末条校验码', error: ERROR },
  },
  'workbench/intake/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: null, filled: '反映的原话', error: ERROR },
  },
  'workbench/batch/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: '没有待受理的事项', filled: '可以一起派', error: ERROR },
    none: { 'ticket.proposals': { items: [], total: 0 } },
  },
  'workbench/duty/index': {
    person: 'head-urban',
    sees: { loading: LOADING, empty: null, filled: '现在值班', error: ERROR },
  },
  'workbench/notices/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: '没有要打的电话', filled: '还没有打过电话', error: ERROR },
    none: { 'people.undelivered': { items: [], totals: { call: 0, push: 0 } } },
  },
  'workbench/routing/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: '还没有可以比较的', filled: '归类没有改', error: ERROR },
    none: {
      'routing.overview': {
        model: { state: 'none', trainedOn: 0, pending: false },
        all: { count: 0, accepted: 0, unitAccepted: 0, automatic: 0 },
        weeks: [],
        categories: [],
        maySet: false,
        mayCorrect: true,
      },
    },
  },
  'workbench/hot/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: '最近没有热点', filled: '再前 7 天', error: ERROR },
    none: { 'ticket.hotMatters': { items: [] } },
  },
  'workbench/hot-matter/index': {
    person: OPERATOR,
    id: { person: OPERATOR, action: 'ticket.hotMatters', input: {} },
    emptyUrl: 'workbench/hot-matter/index',
    sees: { loading: LOADING, empty: '没有指明是哪一个热点', filled: '并入另一件', error: ERROR },
  },
  'open/schedule/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '近期没有接待安排', filled: '分管', error: ERROR },
    none: noDays,
  },
  'workbench/reception/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: '近几天没有接待', filled: '简报', error: ERROR },
    none: { 'reception.today': { days: [] } },
  },
  'workbench/desk/index': {
    person: OPERATOR,
    id: receptions,
    emptyUrl: 'workbench/desk/index',
    sees: { loading: LOADING, empty: '没有指明是哪一场接待', filled: '来访人', error: ERROR },
  },
  'workbench/brief/index': {
    person: OPERATOR,
    id: receptions,
    emptyUrl: 'workbench/brief/index',
    sees: { loading: LOADING, empty: '没有指明是哪一场接待', filled: '内部材料', error: ERROR },
  },
  'workbench/schedule/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: null, filled: '全月', error: ERROR },
  },
  'workbench/phone-booking/index': {
    person: OPERATOR,
    sees: { loading: LOADING, empty: null, filled: '对方电话或预约号', error: ERROR },
  },
  'open/screen/index': {
    person: CITIZEN,
    sees: { loading: LOADING, empty: '今天没有接待', filled: '今日接待', error: ERROR },
    none: {
      'open.screen': { now: 0, title: '社情民意服务中心', phone: '12345', today: [], schedule: [] },
    },
  },
}

/** Every page in each of its states, and the staff's ticket page in every status. @throws for a page not in the table */
export async function scenes({ cloud, program }: Phones): Promise<Scene[]> {
  cloud.store.import('demoPeople', [
    { _id: NEWCOMER, name: '新来的人', role: 'citizen', roleName: '群众', order: 1000 },
  ])
  const all: Scene[] = []
  for (const page of program.pages) {
    const entry = PAGES[page]
    if (!entry) throw new Error(`${page} is not in tests/weapp/support/scenes.ts`)
    const url = entry.id ? `${page}?id=${await find(cloud, entry.id)}` : page
    for (const state of STATES) if (entry.sees[state] !== null) all.push(sceneOf(page, state, url, entry))
  }
  for (const status of Object.keys(STATUSES) as Status[]) all.push(await staffScene(cloud, status))
  return all
}

function sceneOf(page: string, state: State, url: string, entry: PageScenes): Scene {
  const { person, none, emptyUrl } = entry
  const scene = {
    name: `${page}（${WORDS[state]}）`,
    page,
    state,
    url,
    person,
    sees: entry.sees[state] as string,
  }
  switch (state) {
    case 'loading':
      return { ...scene, bridge: () => ({ ...NO_WAY, callFunction: () => new Promise(() => {}) }) }
    case 'error':
      return { ...scene, bridge: () => NO_WAY }
    case 'empty':
      if (none) return { ...scene, bridge: (door) => answering(door, none) }
      return emptyUrl ? { ...scene, url: emptyUrl } : { ...scene, person: NEWCOMER }
    case 'filled':
      return scene
  }
}

async function staffScene(cloud: LocalCloud, status: Status): Promise<Scene> {
  const page = 'workbench/ticket/index'
  const url = `${page}?id=${await find(cloud, queued(status))}`
  const name = `${page}（${STATUSES[status]}）`
  return { name, page, state: 'filled', url, person: OPERATOR, sees: '办理过程' }
}

/** Answers some actions itself; the others reach the cloud. */
function answering(door: Bridge, answers: Record<string, object>): Bridge {
  return {
    ...door,
    async callFunction(name, data) {
      const answer = answers[(data as { action: string }).action]
      return answer ? { ok: true, data: answer } : door.callFunction(name, data)
    },
  }
}

async function find(cloud: LocalCloud, { person, action, input }: Find): Promise<string> {
  const event = { action, input, requestId: 'scene-of-a-test-000000' }
  const answer = await cloud.functions.call(action.split('.')[0]!, event, { openid: person })
  const { data } = answer as { data?: { items?: Found[]; days?: Found[] } }
  const first = (data?.items ?? data?.days)?.[0]
  if (!first)
    throw new Error(`${person} has nothing for ${action} ${JSON.stringify(input)}: ${JSON.stringify(answer)}`)
  return first.id
}

/** Opens a page in its state and waits until the person sees so. */
export async function openScene(phones: Phones, scene: Scene): Promise<App> {
  const { url, person, bridge } = scene
  const door = doorBridge({ baseUrl: phones.cloud.url, person })
  const app = await phones.start(person, { entry: url, bridge: bridge ? bridge(door) : door })
  await seeScene(app, scene)
  return app
}

/** Waits until the page that is opening has come to its state. */
export async function seeScene(app: App, { sees, state }: Scene): Promise<void> {
  await app.waitFor(() => app.has(sees), `"${sees}" of the state ${state}`)
  // While it loads the calls stay unanswered for ever.
  if (state !== 'loading') await app.idle()
}
