import { readFunctionRules } from '../../localcloud/functions/access'
import { readStorageRules } from '../../localcloud/storage/rules'
import { applyFunctionRules, applyStorageRule } from './rules'
import { fakeCloud, FAKE_ENV } from './testing/cloudbase'

const functions = readFunctionRules('deploy/functions.json')
const storage = readStorageRules('deploy/storage.json')
const say = () => {}

it('gives the cloud exactly what the files say, and the second time nothing', async () => {
  const { cloud, state, changes } = fakeCloud()
  for (const expected of [['setStorageAcl CUSTOM', 'ModifySecurityRule CUSTOM'], []]) {
    changes.length = 0
    await applyStorageRule(cloud, storage, say)
    await applyFunctionRules(cloud, FAKE_ENV, functions, say)
    expect(changes).toEqual(expected)
  }
  expect(JSON.parse(state.functionRule)).toEqual(functions.declared)
  expect(state.storage).toEqual({ acl: 'CUSTOM', rule: storage.declared })
})

it('corrects a rule somebody changed by hand', async () => {
  const { cloud, state } = fakeCloud()
  state.functionRule = '{"*":{"invoke":true}}'
  await applyFunctionRules(cloud, FAKE_ENV, functions, say)
  expect(JSON.parse(state.functionRule)).toMatchObject({ '*': { invoke: false }, clock: { invoke: false } })
})

it.each(['setStorageAcl', 'ModifySecurityRule'])(
  'stops when the cloud does not take it: %s',
  async (name) => {
    const fake = fakeCloud()
    fake.break(name, 'ignored')
    const both = async () => {
      await applyStorageRule(fake.cloud, storage, say)
      await applyFunctionRules(fake.cloud, FAKE_ENV, functions, say)
    }
    await expect(both()).rejects.toThrow('没有改成')
  },
)
