import type { App } from '../host'
import { deprecatedNames } from './deprecated'

/** What WeChat counts while a page runs; its limits, not ours (those are in budgets/limits.ts). */
const LIMITS = { setDataBytes: 256 * 1024, setDataPerSecond: 20, nodes: 1000, depth: 30, children: 60 }
/** Milliseconds. A test machine is no phone: these only show what is far out of bounds. */
const TIMES = { render: 500, firstScreen: 5000 }

/** Name of the rule → what is wrong with the page in front. */
export type RunFaults = Record<string, string[]>

const deprecated = deprecatedNames()

/** The rules of the experience score that a run of the page decides. `foreign` tells addresses that are not ours. */
export function runFaults(app: App, isForeign: (address: string) => boolean): RunFaults {
  const { page, setData, pictures } = app.stats()
  const largest = Math.max(0, ...setData.map(({ bytes }) => bytes))
  const slowest = Math.max(0, ...setData.map(({ ms }) => ms))
  const above = (name: string, value: number, limit: number) =>
    value > limit ? [`${name} ${value} > ${limit}`] : []
  return {
    'setData 每次不超过 256 KB、每秒不超过 20 次': [
      ...above('bytes', largest, LIMITS.setDataBytes),
      ...above('a second', busiestSecond(setData.map(({ at }) => at)), LIMITS.setDataPerSecond),
    ],
    '节点少于 1000、层数少于 30、子节点不超过 60': [
      ...above('nodes', page.nodes, LIMITS.nodes - 1),
      ...above('depth', page.depth, LIMITS.depth - 1),
      ...above('children', page.widest, LIMITS.children),
    ],
    '每次渲染不超过 500 ms，首屏不超过 5 s': [
      ...above('ms', slowest, TIMES.render),
      ...above('first screen', setData[0]?.at ?? Infinity, TIMES.firstScreen),
    ],
    不用已废弃的接口: app.used().filter((name) => deprecated.has(name)),
    图片只来自自己的存储: pictures.filter(isForeign),
    没有脚本错误和网络错误: app.errors(),
  }
}

function busiestSecond(times: number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length))
}
