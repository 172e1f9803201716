import type { FunctionRuntime } from '../../localcloud/functions/runtime'
import { applyFunctions, lookAtFunctions } from './functions'
import type { PlannedFunction } from './plan'
import { fakeCloud, type FakeCloud } from './testing/cloudbase'

const RUNTIME: FunctionRuntime = {
  node: 'Nodejs20.19',
  memoryMib: 256,
  timeoutSeconds: () => 20,
  exceptions: [],
  env: { required: ['MINSHENG_SECRET_ENC'], optional: [] },
}
const KEY = Buffer.alloc(32, 1).toString('base64')
const GIVEN = { MINSHENG_SECRET_ENC: KEY, PATH: '/bin' }

const planned = (name: string, expression?: string): PlannedFunction => ({
  name,
  bytes: 1,
  folder: `/built/${name}`,
  timeoutSeconds: expression ? 60 : 20,
  invoke: !expression,
  openapi: [],
  timer: expression ? { name: 'everyMinute', expression } : null,
})
const PLANNED = [planned('clock', '0 * * * * * *'), planned('ticket')]

let fake: FakeCloud
const run = async (functions = PLANNED, given: Record<string, string> = {}) => {
  fake.changes.length = 0
  const state = await lookAtFunctions(fake.cloud, functions, RUNTIME, given)
  await applyFunctions(fake.cloud, functions, RUNTIME, state, () => {})
  return state
}
beforeEach(async () => {
  fake = fakeCloud()
  await run(PLANNED, GIVEN)
})

it('creates each with its settings, its secrets and its timer', () => {
  expect(fake.changes).toEqual([
    'createFunction clock',
    'createFunctionTriggers clock 0 * * * * * *',
    'createFunction ticket',
  ])
  expect(fake.state.functions.get('clock')).toMatchObject({
    name: 'clock',
    runtime: 'Nodejs20.19',
    handler: 'index.main',
    memorySize: 256,
    timeout: 60,
    installDependency: true,
    envVariables: { MINSHENG_SECRET_ENC: KEY },
  })
  expect(fake.state.functions.get('ticket')!.envVariables).toEqual({ MINSHENG_SECRET_ENC: KEY })
})

it('a second run brings the code and the settings again, and neither variables nor timer', async () => {
  await run()
  expect(fake.changes).toEqual([
    'updateFunctionCode clock',
    'updateFunctionConfig clock',
    'updateFunctionCode ticket',
    'updateFunctionConfig ticket',
  ])
  expect(fake.state.functions.get('ticket')!.Environment!.Variables).toEqual([
    { Key: 'MINSHENG_SECRET_ENC', Value: KEY },
  ])
})

it('a timer whose expression changed is replaced, never doubled', async () => {
  await run([planned('clock', '30 * * * * * *')])
  expect(fake.changes.slice(2)).toEqual([
    'deleteFunctionTrigger clock everyMinute',
    'createFunctionTriggers clock 30 * * * * * *',
  ])
  expect(fake.state.functions.get('clock')!.Triggers).toHaveLength(1)
})

it('a timer that the cloud tells without JSON is known too', async () => {
  fake.state.functions.get('clock')!.Triggers = [{ TriggerName: 'everyMinute', TriggerDesc: '0 * * * * * *' }]
  await run()
  expect(fake.changes.filter((change) => change.includes('Trigger'))).toEqual([])
})

it('tells functions, timers and Node versions it leaves as they are', async () => {
  await run([planned('more1'), planned('more2')], GIVEN)
  fake.state.functions.get('ticket')!.Triggers = [{ TriggerName: 'old', TriggerDesc: '' }]
  fake.state.functions.get('ticket')!.Runtime = 'Nodejs16.13'
  const { extra, notes } = await run()
  expect(extra).toEqual(['more1', 'more2', 'ticket 的触发器 old'])
  expect(notes).toEqual(['ticket 在云上用的是 Nodejs16.13，只有删掉重建才能换成 Nodejs20.19'])
  expect(fake.state.functions.size).toBe(4)
})

it('a new function without a secret in sight stops everything before a change', async () => {
  fake = fakeCloud()
  await expect(run()).rejects.toThrow('MINSHENG_SECRET_ENC')
  expect(fake.changes).toEqual([])
})
