import type { FunctionRuntime } from '../../localcloud/functions/runtime'
import { DeployFailure } from './failure'

type Variables = Readonly<Record<string, string>>

const SECRET = /^MINSHENG_SECRET_/
const SECRET_BYTES = 32

/**
 * The variables each function must have in the end. A secret that is in the cloud stays what it is, because what it
 * sealed cannot be read with another one; the terminal gives it the first time only. Other variables may be changed
 * from the terminal. Variables nobody declared stay.
 *
 * @param current by function, those it has; `{}` for a new one
 * @param given those of the terminal
 * @throws DeployFailure before anything is changed
 */
export function settleVariables(
  { required, optional }: FunctionRuntime['env'],
  current: ReadonlyMap<string, Variables>,
  given: Readonly<Record<string, string | undefined>>,
): Map<string, Variables> {
  const settled: Record<string, string> = {}
  const missing: string[] = []
  for (const name of [...required, ...optional]) {
    const value = SECRET.test(name)
      ? secretOf(name, current, given[name])
      : given[name] || anyOf(name, current)
    if (value) settled[name] = value
    else if (required.includes(name)) missing.push(name)
  }
  if (missing.length > 0) {
    throw new DeployFailure(
      `云函数还没有环境变量 ${missing.join('、')}：第一次部署请在本机设好（各为 ${SECRET_BYTES} 字节随机数的 base64），以后不用`,
    )
  }
  return new Map([...current].map(([name, own]) => [name, { ...own, ...settled }]))
}

function secretOf(
  name: string,
  current: ReadonlyMap<string, Variables>,
  given: string | undefined,
): string | undefined {
  const kept = new Set([...current.values()].flatMap((own) => (own[name] ? [own[name]] : [])))
  if (kept.size > 1) throw new DeployFailure(`各云函数的 ${name} 不一样，请先在云开发控制台改成同一个`)
  const [value] = kept
  if (value !== undefined && given && given !== value) {
    throw new DeployFailure(
      `本机的 ${name} 与云上的不同：换掉它，已加密的数据就读不出来了；请去掉本机的这个变量`,
    )
  }
  if (value === undefined && given && Buffer.from(given, 'base64').length !== SECRET_BYTES) {
    throw new DeployFailure(`${name} 应为 ${SECRET_BYTES} 字节随机数的 base64`)
  }
  return value ?? given
}

const anyOf = (name: string, current: ReadonlyMap<string, Variables>): string | undefined =>
  [...current.values()].find((own) => own[name])?.[name]
