import type { ActionId, ActionInput } from '@core/contracts'
import type { Status } from '@core/ticket/words'
import { phoneJpeg } from './photos'
import type { County } from '../integration/harness'

/** Brings a ticket to any status by the commands people give, as real people of the small county. */

let citizens = 0
/** A citizen nobody has met yet: limits count per person (R-X4). */
export const newCitizen = (): string => `citizen-${++citizens}`

export const submission = (
  more: Partial<ActionInput<'ticket.submit'>> = {},
): ActionInput<'ticket.submit'> => ({
  words: '柳林村村口停水三天了，一直没有人来修水管，请帮忙看看。',
  photos: [],
  confidential: false,
  place: { townshipId: 'liulin', villageId: 'liulin-v1', address: '村口第三家' },
  ...more,
})

/** Inputs that are good in the ordinary case, without the ticket. */
const dispatch: Omit<ActionInput<'ticket.dispatch'>, 'ticketId'> = {
  kind: 'help',
  categoryId: 'tap',
  leadUnitId: 'water',
  coUnitIds: [],
  handlingClass: 'threeDay',
}
const result: Omit<ActionInput<'ticket.submitResult'>, 'ticketId'> = {
  found: '经现场查看，村口自来水管破裂导致停水三天',
  done: '已更换破裂的自来水管，当天恢复供水，并冲洗管道',
  outcome: 'solved',
  contact: '电话告知反映人已经恢复供水，反映人认可',
  photos: [],
}
const satisfied: Omit<ActionInput<'ticket.rate'>, 'ticketId'> = {
  solved: 'solved',
  result: 'satisfied',
  attitude: 'satisfied',
  reasons: [],
  photos: [],
}
const dissatisfied: Omit<ActionInput<'ticket.rate'>, 'ticketId'> = {
  solved: 'unsolved',
  result: 'dissatisfied',
  attitude: 'basic',
  reasons: ['notSolved'],
  words: '水还是没有来',
  photos: [],
}
export const inputs = { dispatch, result, satisfied, dissatisfied }

export interface Matter {
  id: string
  number: string
  reporter: string
  /** A photo that the unit's handler has sent in and may use. */
  photo?: string
}

export async function submitted(
  county: County,
  more: Partial<ActionInput<'ticket.submit'>> = {},
  reporter = newCitizen(),
): Promise<Matter> {
  const { ticketId, number } = await county.as(reporter).ok('ticket.submit', submission(more))
  return { id: ticketId, number, reporter }
}

type Step = [personId: string | null, action: ActionId, input: Record<string, unknown>]
/** `null` is the reporter. */
const STEPS: Partial<
  Record<Status, { from?: Status; step?: Step; submit?: Partial<ActionInput<'ticket.submit'>> }>
> = {
  submitted: {},
  notAccepted: { step: ['operator-1', 'ticket.refuse', { reason: 'notOurs', goTo: '可到市级热线反映' }] },
  awaitingReporter: { step: ['operator-1', 'ticket.ask', { words: '请问是哪一天开始停水的？' }] },
  awaitingInstruction: {
    step: ['operator-1', 'ticket.escalate', { leaderId: 'leader-1', words: '涉及全村饮水，请领导阅批。' }],
  },
  dispatched: { step: ['operator-1', 'ticket.dispatch', inputs.dispatch] },
  handling: { from: 'dispatched', step: ['handler-water', 'ticket.sign', {}] },
  inReview: { from: 'handling', step: ['head-water', 'ticket.submitResult', inputs.result] },
  awaitingRating: {
    from: 'inReview',
    step: ['operator-1', 'ticket.approve', { overrule: '已电话核实，可以通过' }],
  },
  inJudgement: { from: 'awaitingRating', step: [null, 'ticket.rate', inputs.dissatisfied] },
  closed: { from: 'awaitingRating', step: [null, 'ticket.rate', inputs.satisfied] },
  collected: { submit: { kind: 'suggestion' }, step: ['operator-1', 'ticket.collect', {}] },
  withdrawn: { step: [null, 'ticket.withdraw', { words: '已经自己解决了' }] },
}

/** A new ticket in this status. */
export async function inStatus(county: County, status: Status): Promise<Matter> {
  if (status === 'merged') return merged(county)
  const { from, step, submit } = STEPS[status]!
  const matter = from ? await inStatus(county, from) : await submitted(county, submit)
  if (step) await act(county, matter, step)
  return matter
}

/** Judged unreasonable by one operator; a supervisor has to concur (E20). */
export async function proposedUnreasonable(county: County): Promise<Matter> {
  const matter = await inStatus(county, 'inJudgement')
  await act(county, matter, [
    'operator-1',
    'ticket.proposeUnreasonable',
    { words: '现场已经恢复供水，诉求不合理。' },
  ])
  return matter
}

/** The unit has asked for more time (R-L3): until Monday 2026-11-30 18:00. */
export async function extensionAsked(county: County): Promise<Matter> {
  const matter = await inStatus(county, 'handling')
  const until = Date.parse('2026-11-30T18:00:00+08:00')
  await act(county, matter, ['head-water', 'ticket.askExtension', { until, words: '水管配件要从外地调运。' }])
  return matter
}

/** A matter from above, approved and waiting for its caller's rating and for the reply upward. */
export async function fromAbove(county: County): Promise<Matter> {
  const { ticketId, number } = await county.as('operator-1').ok('ticket.intake', {
    channel: 'superior',
    words: '市里转来：柳林村村口停水三天了，没有人来修水管。',
    photos: [],
    confidential: false,
    place: { townshipId: 'liulin' },
    caller: { name: '王先生', phone: `138${String(++calls).padStart(8, '0')}` },
    superior: { number: '市转 12 号', deadline: Date.parse('2026-12-01T18:00:00+08:00') },
  })
  const { personId } = county.document('tickets', ticketId).reporter!
  const matter = { id: ticketId, number, reporter: personId }
  const steps: Step[] = [
    ['operator-1', 'ticket.escalate', { leaderId: 'leader-1', words: '上级交办，请领导阅批。' }],
    ['leader-1', 'ticket.instruct', { words: '请水务局尽快办理', leadUnitId: 'water', coUnitIds: [] }],
    ['handler-water', 'ticket.sign', {}],
    ['head-water', 'ticket.submitResult', result],
    ['leader-1', 'ticket.approve', { overrule: '已经核实，可以通过' }],
  ]
  for (const step of steps) await act(county, matter, step)
  return matter
}

/** The township handles it, with the urban department beside it. */
export async function townLed(county: County): Promise<Matter> {
  // Nothing urgent: an urgent whistle waits for no confirmation (R-D8).
  const matter = await submitted(county, { words: '柳林村村口的垃圾堆了半个月，一直没有人清运。' })
  const given = { ...dispatch, leadUnitId: 'liulin', coUnitIds: ['urban'] }
  await act(county, matter, ['operator-1', 'ticket.dispatch', given])
  await act(county, matter, ['head-liulin', 'ticket.sign', {}])
  return matter
}

/** R-D8: the township has called the water department, and an operator has to confirm. */
export async function whistled(county: County): Promise<Matter> {
  const matter = await townLed(county)
  const call = { unitIds: ['water'], place: '柳林村村委会', words: '河堤渗水，请到现场会商' }
  await act(county, matter, ['head-liulin', 'ticket.whistle', call])
  return matter
}

/** R-S3: a supervision order is in force, to be answered within the week. */
export async function ordered(county: County): Promise<Matter> {
  const matter = await inStatus(county, 'handling')
  const until = county.cloud.clock.now().getTime() + 7 * 24 * 3600_000
  await act(county, matter, [
    'supervisor-1',
    'ticket.issueOrder',
    { grade: '1', words: '请尽快办结。', until },
  ])
  return matter
}

let calls = 0
let uploads = 0
/** A photo of this person's, admitted. */
export async function photoOf(county: County, personId: string): Promise<string> {
  const path = `incoming/${String(++uploads).padStart(24, 'p')}`
  const fileId = await county.cloud.storage.putAsClient('citizen', path, phoneJpeg())
  return (await county.as(personId).ok('ticket.admitPhoto', { fileId })).photo
}

/** Being handled, with a photo of the handler's. */
export async function photographed(county: County): Promise<Matter> {
  return { ...(await inStatus(county, 'handling')), photo: await photoOf(county, 'handler-water') }
}

/** The water department handles it, the city's helps (R-H3). */
export async function withCoUnit(county: County): Promise<Matter> {
  const matter = await submitted(county)
  await act(county, matter, ['operator-1', 'ticket.dispatch', { ...dispatch, coUnitIds: ['urban'] }])
  await act(county, matter, ['handler-water', 'ticket.sign', {}])
  return matter
}

/** A township's own centre has it (section 1). */
export async function handedDown(county: County): Promise<Matter> {
  const matter = await submitted(county)
  await act(county, matter, ['operator-1', 'ticket.sendDown', { unitId: 'gaoshan' }])
  return matter
}

/** Redone twice and still not satisfied: what comes next is the meeting's (R-C4). */
export async function thirdTimeDissatisfied(county: County): Promise<Matter> {
  const matter = await inStatus(county, 'inJudgement')
  for (const found of ['重新开挖检查，发现停水的另一处阀门损坏', '第三次到现场检查，全线水管压力正常']) {
    await act(county, matter, [
      'operator-1',
      'ticket.redo',
      { words: '请再到现场查清停水原因', cause: 'notSolved' },
    ])
    await act(county, matter, [
      'head-water',
      'ticket.submitResult',
      { ...result, found, done: `${found}，已经修好水管` },
    ])
    await act(county, matter, ['operator-2', 'ticket.approve', { overrule: '已经电话核实，可以通过' }])
    await act(county, matter, [null, 'ticket.rate', dissatisfied])
  }
  return matter
}

/** A tip-off whose reporter asked to leave: its result has nobody to rate it (E26). */
export async function reviewedWithoutReporter(county: County): Promise<Matter> {
  const matter = await submitted(county, { kind: 'report' })
  const summary = '柳林村供水管理存在问题，请核查。'
  await act(county, matter, ['operator-1', 'ticket.dispatch', { ...dispatch, kind: 'report', summary }])
  await act(county, matter, [null, 'ticket.withdraw', { words: '不想再反映了' }])
  await act(county, matter, ['handler-water', 'ticket.sign', {}])
  await act(county, matter, ['head-water', 'ticket.submitResult', result])
  return matter
}

async function merged(county: County): Promise<Matter> {
  const main = await submitted(county)
  const matter = await submitted(county)
  await act(county, matter, ['operator-1', 'ticket.merge', { mainTicketId: main.id }])
  return matter
}

async function act(county: County, { id, reporter }: Matter, [personId, action, input]: Step): Promise<void> {
  await county.as(personId ?? reporter).ok(action, { ticketId: id, ...input } as never)
}
