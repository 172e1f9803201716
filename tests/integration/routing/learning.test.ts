import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NOISE_LESSONS, NOISE_UNSEEN, OTHERS } from '@core/routing/testing/texts'
import type { Lesson } from '@core/routing/learning'
import { leaveAdminFile } from '../../../localcloud/admin-file'
import { run as trainOrEvaluate } from '../../../scripts/routing/command'
import { install } from '../../../scripts/routing/install'
import { inputs, newCitizen, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** R-D3 through the whole cloud: what operators and units do with tickets, the clock, and the next proposal. */
const MINUTE = 60_000
const secret = () => randomBytes(32).toString('base64')
const options = { functionEnv: { MINSHENG_SECRET_ENC: secret(), MINSHENG_SECRET_HMAC: secret() } }
const WRONG = '集市上有人卖假药，骗了好几位老人的钱'

let county: County
beforeAll(async () => {
  county = await startCounty(options)
})
afterAll(() => county.close())

/** Somebody files it, an operator gives it this category, the unit signs. */
async function handled(words: string, categoryId: string, leadUnitId: string): Promise<string> {
  const { id } = await submitted(county, { words })
  const { coUnitIds, handlingClass, kind } = inputs.dispatch
  const dispatch = { ticketId: id, kind, categoryId, leadUnitId, coUnitIds, handlingClass }
  await county.as('operator-1').ok('ticket.dispatch', dispatch)
  await county.as(`handler-${leadUnitId}`).ok('ticket.sign', { ticketId: id })
  return id
}

async function proposed(words: string) {
  const { id } = await submitted(county, { words }, newCitizen())
  const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId: id })
  return ticket.proposal!.categoryId
}

const overview = () => county.as('admin-1').ok('routing.overview', {})

let wrong: string
it('R-D3 learns from corrections', async () => {
  expect((await proposed(NOISE_UNSEEN[0])).value).toBe('other')
  await Promise.all(NOISE_LESSONS.map((words) => handled(words, 'rubbish', 'urban')))
  wrong = await handled(WRONG, 'tap', 'water')
  // A matter nobody may learn from.
  await submitted(county, { words: NOISE_UNSEEN[1], confidential: true })

  // What happened in the last minutes may still be under way.
  await county.advance(11 * MINUTE)
  expect((await overview()).model).toMatchObject({ state: 'ready', trainedOn: 21, pending: false })
  const learned = await proposed(NOISE_UNSEEN[0])
  expect(learned.value).toBe('rubbish')
  expect(learned.reasons.join()).toContain('提到')
  expect((await proposed(WRONG)).value).toBe('tap')
  // What an operator writes down, on the phone or after a reception, goes the same way.
  const told = { words: NOISE_UNSEEN[4], photos: [], confidential: false }
  const { ticketId } = await county.as('operator-1').ok('ticket.intake', { channel: 'phone', ...told })
  expect(county.document('tickets', ticketId).proposal!.categoryId.value).toBe('rubbish')
})

it('R-D3 forgets a lesson that is taken back, and no other', async () => {
  const { items } = await county.as('operator-1').ok('routing.corrections', {})
  expect(items.find(({ id }) => id === wrong)).toMatchObject({ from: '其他', to: '供水', learned: true })
  const { correction } = await county
    .as('operator-1')
    .ok('routing.setLearned', { correctionId: wrong, learned: false })
  expect(correction.learned).toBe(false)
  await county.advance(2 * MINUTE)
  expect((await overview()).model.trainedOn).toBe(20)
  expect((await proposed(WRONG)).value).not.toBe('tap')
  expect((await proposed(NOISE_UNSEEN[2])).value).toBe('rubbish')

  const figures = await overview()
  expect(figures.all).toMatchObject({ count: 21, accepted: 0, automatic: 0 })
  expect(county.documents<Lesson>('lessons', {})).toHaveLength(21)
})

it('R-D1 a model trained elsewhere is put in and taken back; the county’s lessons stay on top of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), '民声 model-'))
  const [data, model] = [join(folder, 'letters.jsonl'), join(folder, 'county.model')]
  const command = async (...args: string[]) => {
    const said: string[] = []
    const keep = (line: string) => void said.push(line)
    const spies = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')]
    for (const spy of spies) spy.mockImplementation(keep)
    const env = { MINSHENG_DATA: county.dataDir }
    const code = args[0] === 'train' ? trainOrEvaluate(args) : await install(args, env, folder)
    for (const spy of spies) spy.mockRestore()
    return { code, said: said.join() }
  }
  /** Of the county's three categories; `water` by another name where it should be foreign. */
  const letters = (water: string) => {
    const names: Record<string, string> = { 'water-supply': water, rubbish: '环境卫生' }
    const rows = OTHERS.map(({ words, categoryId }) => ({
      body: words,
      category: names[categoryId] ?? '其他',
    }))
    writeFileSync(data, rows.map((row) => JSON.stringify(row)).join('\n'))
  }
  letters('水务')
  expect((await command('train', '--data', data, '--out', model)).code).toBe(0)
  expect(await command('--model', model)).toMatchObject({
    code: 1,
    said: expect.stringContaining('npm start'),
  })
  const takeAway = leaveAdminFile(county.dataDir, county.cloud.adminEnvironment)
  const foreign = await command('--model', model)
  expect(foreign).toMatchObject({ code: 1, said: expect.stringContaining('本县没有的类别：水务。') })
  expect((await command('--model', data)).said).toContain('不是民声的归类模型文件')

  const WATER = '自来水一股怪味，水质很差'
  expect((await proposed(WATER)).value).not.toBe('tap')
  letters('供水')
  await command('train', '--data', data, '--out', model)
  const both = await Promise.all([command('--model', model), command('--model', model)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  await county.advance(2 * MINUTE)
  const installed = { trainedOn: OTHERS.length, broken: false }
  expect((await overview()).model).toMatchObject({ state: 'ready', trainedOn: 20, pending: false, installed })
  expect((await proposed(WATER)).value).toBe('tap')
  expect((await proposed(NOISE_UNSEEN[2])).value).toBe('rubbish')

  // Spoilt in the store, it is left out by the next training, and that is said.
  const { fileId } = county.document<{ installed: { fileId: string } }>('jobs', 'routing').installed
  await county.cloud.storage.put(
    fileId.split('/').slice(3).join('/'),
    Buffer.from('?'),
    'application/octet-stream',
  )
  await county.as('operator-1').ok('routing.setLearned', { correctionId: wrong, learned: true })
  await county.as('operator-1').ok('routing.setLearned', { correctionId: wrong, learned: false })
  await county.advance(2 * MINUTE)
  expect((await overview()).model).toMatchObject({ state: 'ready', installed: { broken: true } })
  expect(county.lines.join()).toContain('the installed category model cannot be used')
  expect((await proposed(WATER)).value).not.toBe('tap')

  expect((await command('--remove')).said).toContain('已取下')
  expect((await command('--remove')).said).toContain('没有装入过模型')
  await county.advance(2 * MINUTE)
  expect((await overview()).model).not.toHaveProperty('installed')
  takeAway()
  rmSync(folder, { recursive: true })
})

it('R-D3 remembers after a restart, and goes by rules when its model is spoilt', async () => {
  await county.cloud.close()
  const before = county
  county = await startCounty({ ...options, seed: false, dataDir: before.dataDir, clock: before.cloud.clock })
  expect((await proposed(NOISE_UNSEEN[3])).value).toBe('rubbish')

  spoilModel(before.dataDir)
  await county.cloud.close()
  county = await startCounty({ ...options, seed: false, dataDir: before.dataDir, clock: before.cloud.clock })
  const byRules = await proposed('村口停水三天了，一直没有人来')
  expect(byRules).toMatchObject({ value: 'tap' })
  expect(byRules.reasons.join()).toContain('读不出来')
  expect((await overview()).model.state).toBe('broken')
  expect(county.lines.join()).toContain('模型文件')
})

/** Overwrites every file of a model's size with something else. */
function spoilModel(dataDir: string): void {
  const files = readdirSync(dataDir, { recursive: true })
    .map((name) => join(dataDir, String(name)))
    .filter((file) => !/sqlite|json/.test(file) && statSync(file).isFile())
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) writeFileSync(file, 'not a model')
}

describe('R-D4 thresholds', () => {
  it('an admin sets one and takes it away; two at once both count', async () => {
    const admin = county.as('admin-1')
    await Promise.all([
      admin.ok('routing.setThreshold', { categoryId: 'rubbish', threshold: 0.9 }),
      admin.ok('routing.setThreshold', { categoryId: 'other', threshold: 0.95 }),
    ])
    const byId = async () =>
      Object.fromEntries(
        (await overview()).categories.map(({ categoryId, threshold }) => [categoryId, threshold]),
      )
    expect(await byId()).toEqual({ tap: undefined, rubbish: 0.9, other: 0.95 })
    await admin.ok('routing.setThreshold', { categoryId: 'other' })
    expect(await byId()).toEqual({ tap: undefined, rubbish: 0.9, other: undefined })
  })

  it('names a category there is not, or one that only sorts others', async () => {
    for (const categoryId of ['none', 'life']) {
      const refused = await county
        .as('admin-1')
        .refused('routing.setThreshold', { categoryId, threshold: 0.9 })
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: { categoryId: expect.any(String) } })
    }
  })

  it.each(['operator-1', 'supervisor-1', 'handler-water', 'leader-1'])('%s sets none', async (person) => {
    const refused = await county
      .as(person)
      .refused('routing.setThreshold', { categoryId: 'tap', threshold: 0.9 })
    expect(refused.code).toBe('FORBIDDEN')
  })

  it('R-P6 a lesson that is not there, or was no correction, is not found', async () => {
    const refused = await county
      .as('admin-1')
      .refused('routing.setLearned', { correctionId: 'none', learned: false })
    expect(refused.code).toBe('NOT_FOUND')
  })
})
