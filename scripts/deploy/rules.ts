import { isDeepStrictEqual } from 'node:util'
import type { FunctionRules } from '../../localcloud/functions/access'
import type { StorageRules } from '../../localcloud/storage/rules'
import { DeployFailure } from './failure'
import type { CloudBase } from './libraries'

/** Sets the rule of the cloud storage if the cloud has another one, and reads it back. */
export async function applyStorageRule(
  { storage }: CloudBase,
  { declared }: StorageRules,
  say: (line: string) => void,
): Promise<void> {
  const current = async () => (await storage.getStorageAcl({ withRule: true })).rule
  if (isDeepStrictEqual(await current(), declared)) return
  await storage.setStorageAcl('CUSTOM', declared)
  if (!isDeepStrictEqual(await current(), declared)) throw notTaken('云存储')
  say('更新云存储的权限')
}

/** Sets which functions clients may call if the cloud has other rules, and reads them back. */
export async function applyFunctionRules(
  cloud: CloudBase,
  EnvId: string,
  { declared }: FunctionRules,
  say: (line: string) => void,
): Promise<void> {
  const api = cloud.commonService('tcb', '2018-06-08')
  const which = { EnvId, ResourceType: 'FUNCTION' }
  const current = async () => {
    const { Rule } = await api.call({ Action: 'DescribeSecurityRule', Param: which })
    return typeof Rule === 'string' && Rule !== '' ? (JSON.parse(Rule) as unknown) : undefined
  }
  if (isDeepStrictEqual(await current(), declared)) return
  await api.call({
    Action: 'ModifySecurityRule',
    Param: { ...which, AclTag: 'CUSTOM', Rule: JSON.stringify(declared) },
  })
  if (!isDeepStrictEqual(await current(), declared)) throw notTaken('云函数')
  say('更新云函数的调用权限')
}

const notTaken = (what: string) =>
  new DeployFailure(`${what}的权限没有改成 deploy/ 里写的，请到云开发控制台看一下`)
