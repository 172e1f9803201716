import type { CollectionSpec } from '../../localcloud/store'
import type { Plan, PlannedFunction, Version } from './plan'

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`.padStart(11)
/** Chinese characters are two columns wide. */
const wide = (text: string, columns: number) =>
  // eslint-disable-next-line no-control-regex -- everything beyond ASCII
  text + ' '.repeat(Math.max(1, columns - text.length - text.replace(/[\x00-\x7f]/g, '').length))

/** The plan in words, line by line. Of variables only the names are in it. */
export function describePlan(plan: Plan): string[] {
  const { deployment, functions, packages } = plan
  const { collections, database, runtime, storage } = deployment
  const { required, optional } = runtime.env
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0)
  const indexes = collections.reduce((sum, each) => sum + each.indexes.length, 0)
  return [
    `民声 ${describeVersion(plan.version)}`,
    `云环境  ${plan.cloudEnv ?? '没有指定（CLOUDBASE_ENV）'}`,
    '',
    '小程序（dist/weapp）',
    ...packages.map(
      ({ name, bytes }) => `  ${wide(name === 'main' ? '主包' : `分包 ${name}`, 20)}${kib(bytes)}`,
    ),
    `  ${wide('合计', 20)}${kib(total)}`,
    '',
    `云函数（dist/cloudfunctions，${runtime.node}，${runtime.memoryMib} MB，${functions.length} 个）`,
    ...functions.map(describeFunction),
    `  环境变量  必须 ${required.join('、') || '无'}；可选 ${optional.join('、') || '无'}`,
    ...(plan.unbuilt.length > 0 ? [`  已有规则、还没有代码：${plan.unbuilt.join('、')}`] : []),
    '',
    `数据库（${collections.length} 个集合，${indexes} 个索引；客户端权限一律 ${database}：仅管理员可读写）`,
    ...collections.flatMap(describeCollection),
    '',
    '云存储（客户端）',
    `  读  ${describeRule(storage.declared.read)}`,
    `  写  ${describeRule(storage.declared.write)}`,
  ]
}

export function describeVersion({ number, commit, dirty }: Version): string {
  const notes = [commit, ...(dirty ? ['有未提交的改动'] : [])].filter(Boolean)
  return notes.length > 0 ? `${number}（${notes.join('，')}）` : number
}

function describeFunction({ name, bytes, timeoutSeconds, invoke, openapi, timer }: PlannedFunction): string {
  const callers = invoke === true ? '谁都能调用' : invoke === false ? '客户端不能调用' : '登录后能调用'
  const notes = [
    `${timeoutSeconds} 秒`,
    callers,
    ...(timer ? [`定时 ${timer.name}（${timer.expression}）`] : []),
    ...(openapi.length > 0 ? [`开放接口 ${openapi.join('、')}`] : []),
  ]
  return `  ${wide(name, 20)}${kib(bytes)}  ${notes.join('，')}`
}

function describeCollection({ name, indexes }: CollectionSpec): string[] {
  if (indexes.length === 0) return [`  ${wide(name, 12)}（只按 _id）`]
  return indexes.map(({ name: index, fields, unique }, position) => {
    const keys = fields.map(({ path, direction }) => (direction === 'desc' ? `${path}↓` : path)).join(' + ')
    return `  ${wide(position === 0 ? name : '', 12)}${wide(index, 16)}${keys}${unique ? '（唯一）' : ''}`
  })
}

const describeRule = (rule: boolean | string) => (rule === false ? '不允许' : rule === true ? '允许' : rule)
