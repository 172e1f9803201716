import type { ActionId } from '@core/contracts'
import { inputs, newCitizen, photoOf, submission } from '../../factories/matters'
import { MORNING, startCounty, type County } from '../harness'

/**
 * R-P5 through the real SDK and cloud: three counties live the same day. In two of them somebody reports the water
 * department: another person in each, at another minute, in other words; in the third somebody has another matter.
 */
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const ACCUSED = ['head-water', 'handler-water', 'head-supply', 'handler-supply', 'handler-seconded']
const UNIT = ['head-urban', 'handler-urban']
const summary = '某村供水管理存在问题，请核查处理。'
const number = 'LH20261124-0001'

interface Told {
  minute: number
  words: string
  name: string
  phone: string
  address: string
}
const FIRST: Told = {
  minute: 1,
  words: '县水务局的老王收了钱不修水管，停水三天。',
  name: '张桂兰',
  phone: '13900004401',
  address: '村口第三家',
}
const SECOND: Told = {
  minute: 8,
  words: '供水所乱收费，水管坏了没人管，村里没有水。',
  name: '李铁柱',
  phone: '13900004402',
  address: '桥头小卖部',
}

const counties: County[] = []
afterAll(() => Promise.all(counties.map((county) => county.close())))

/** The day of one county: an ordinary matter of the accused unit's own, and the report, if any, to its very end. */
async function live(told?: Told): Promise<County> {
  const county = await startCounty()
  counties.push(county)
  const at = (minute: number) => county.cloud.clock.set(new Date(MORNING.getTime() + minute * MINUTE))
  const kind = 'report' as const
  let ticketId = ''
  let reporter = ''
  const act = async (person: string | null, action: ActionId, input: object) => {
    if (told) await county.as(person ?? reporter).ok(action, { ticketId, ...input } as never)
  }
  at(told?.minute ?? 1)
  if (told) {
    reporter = newCitizen()
    const { words, name, phone, address } = told
    const photos = [await photoOf(county, reporter)]
    const made = await county.as(reporter).ok(
      'ticket.submit',
      submission({
        words,
        kind,
        photos,
        place: { townshipId: 'liulin', address },
        contact: { name, phone },
        accusedUnitIds: ['water'],
      }),
    )
    expect(made.number).toBe(number)
    ticketId = made.ticketId
  } else {
    await county.as(newCitizen()).ok('ticket.submit', submission({ words: '请问暑假图书馆几点开门？' }))
  }
  at(10)
  // The accused department's own matter, of another citizen.
  const own = await county
    .as('citizen-own')
    .ok('ticket.submit', submission({ words: '水压太低，二楼没有水。' }))
  await county.as('operator-1').ok('ticket.dispatch', { ticketId: own.ticketId, ...inputs.dispatch })
  const dispatch = { ...inputs.dispatch, kind, leadUnitId: 'supervision', coUnitIds: ['urban'], summary }
  await act('operator-1', 'ticket.dispatch', dispatch)
  at(20)
  await act(null, 'ticket.supplement', { words: `${told?.name}再补充一点情况`, photos: [] })
  await act(null, 'ticket.urge', {})
  await act('handler-urban', 'ticket.coUnitPart', { words: '协办部分已经查清并整改。', photos: [] })
  at(30)
  await county.advance(DAY)
  await act('operator-1', 'ticket.reassign', { words: '改由城管局牵头' })
  await act('operator-1', 'ticket.dispatch', {
    ...inputs.dispatch,
    kind: 'complaint',
    leadUnitId: 'urban',
    summary,
  })
  await act('handler-urban', 'ticket.sign', {})
  await act('head-urban', 'ticket.submitResult', { ...inputs.result, photos: [] })
  await act('operator-2', 'ticket.approve', { overrule: '已经核实，可以通过' })
  await act(null, 'ticket.rate', { ...inputs.dissatisfied, words: `${told?.name}还是不满意`, photos: [] })
  await act('operator-1', 'ticket.redo', { words: '请再到现场查清', cause: 'notSolved' })
  await act('head-urban', 'ticket.submitResult', {
    ...inputs.result,
    found: '第二次到现场，逐户核对水费单据。',
    done: '多收的水费已经退还，水管也换好了。',
    photos: [],
  })
  await act('operator-2', 'ticket.approve', { overrule: '已经核实，可以通过' })
  await act(null, 'ticket.rate', inputs.satisfied)
  await county.advance(DAY)
  return county
}

/** Every answer of the cloud to this person that could speak of it, as they would get it on their pages. */
async function answersTo(county: County, personId: string): Promise<string> {
  const person = county.as(personId)
  const calls: [ActionId, object][] = [
    ...(['todo', 'late', 'all'] as const).map((view): [ActionId, object] => ['ticket.queue', { view }]),
    ...['closed', 'handling'].map((status): [ActionId, object] => ['ticket.queue', { view: 'all', status }]),
    ...[number, FIRST.phone, SECOND.phone, '水管', '水费', summary.slice(0, 6), '张桂兰'].map(
      (words): [ActionId, object] => ['ticket.search', { words }],
    ),
    ['people.inbox', {}],
    ['people.me', {}],
    ['open.recent', {}],
  ]
  const [ticket] = county.documents<{ _id: string }>('tickets', { number })
  // One that is there and one that never was are asked for alike.
  const ticketId = ticket?._id ?? '0'.repeat(32)
  calls.push(['ticket.get', { ticketId }], ['ticket.docket', { ticketId }])
  const answers: unknown[] = []
  for (const [action, input] of calls) answers.push([action, await person.raw(action, input)])
  return (
    JSON.stringify(answers)
      .replace(/"requestId":"\w+"/g, '')
      .replace(/[0-9a-f]{32}/g, '·')
      .replace(/"head":"\w+"/g, '')
      .replace(/"seq":\d+/g, '')
      // What the whole county closed is a public figure.
      .replace(/"closedThisMonth":\d+/g, '')
      // The clock runs on while the calls do: every step has a minute of its own.
      .replace(/\d{13}/g, (ms) => String(Math.floor(Number(ms) / MINUTE)))
  )
}

it('R-P5 the accused are answered alike whoever reported them and whether or not anybody did; units whoever it was', async () => {
  const [first, second, none] = [await live(FIRST), await live(SECOND), await live()]
  for (const person of ACCUSED) {
    const nothing = await answersTo(none, person)
    expect([person, await answersTo(first, person)]).toEqual([person, nothing])
    expect([person, await answersTo(second, person)]).toEqual([person, nothing])
  }
  expect(await answersTo(none, 'head-water')).toContain('二楼没有水')
  for (const person of UNIT) {
    const answers = await answersTo(first, person)
    expect([person, await answersTo(second, person)]).toEqual([person, answers])
    expect(answers).toContain(summary)
    for (const { words, name, phone, address } of [FIRST, SECOND]) {
      for (const own of [words.slice(0, 12), name, phone, address]) expect(answers).not.toContain(own)
    }
  }
}, 60_000)
