import type { Ticket } from '@core/ticket/types'
import { leaders } from '../county/people'
import type { Matter } from '../county/matters'
import { categories } from '../county/categories'
import type { Random } from '../random'

/** What the people of 澜溪县 say in the course of a matter. */
const nameOf = (matter: Matter) => categories.find(({ id }) => id === matter.categoryId)!.name

export const contacts = [
  '已打电话联系反映人，说明由我们办理，约好现场查看的时间。',
  '电话联系上了，反映人补充了具体位置，明天上午到现场。',
  '已与反映人通话，听取了意见，说明了办理期限。',
]
export const progress = [
  '已到现场查看，情况属实，正在安排人员处理。',
  '现场核实后已通知施工队，材料明天到位。',
  '已约相关单位一起到现场，商量处理办法。',
]
export const missing = [
  '没有写明现场核查的情况，也没有处理后的照片，请补充。',
  '请说明何时完成、由谁负责，并再次与反映人联系。',
]
export const redo = [
  '反映人说问题依旧，请重新到现场办理，办好后拍照说明。',
  '上次只修了一部分，请一次办到位。',
]
export const questions = [
  '请问具体在哪个位置？附近有什么明显的标志？',
  '请问这种情况是从哪天开始的？一般在什么时间？',
]
export const replies = ['就在村口小卖部往东五十米，路北边。', '从上周三开始的，每天晚上七八点钟最明显。']
export const supplements = [
  '今天又拍了一张照片，情况比前几天更严重了。',
  '补充一下，附近几户都是这样，不只我一家。',
]
export const withdrawals = [
  '问题已经自己解决了，谢谢。',
  '后来发现是我弄错了，不麻烦了。',
  '已经和邻居商量好了，不用处理了。',
]
export const escalation = '此事涉及多个单位、群众反映集中，建议领导阅批，明确主办单位和期限。'
export const unreasonable =
  '经两次现场核实，所反映事项已按规定办结，新提出的补偿要求没有政策依据，已当面说明。'
export const adopted = '建议很好，已采纳，列入下季度的工作安排，感谢您的关心。'

export const refusals = [
  { reason: 'inProcedure', goTo: '此事正在县人民法院审理，请按诉讼程序主张权利，可拨打 12368 查询。' },
  { reason: 'notOurs', goTo: '此事属于邻县管辖，可拨打当地 12345 反映。' },
  { reason: 'concluded', goTo: '此事已有书面结论，如有新的事实和材料，欢迎再次反映。' },
  { reason: 'noContent', goTo: '内容无法核实，请补充时间、地点和经过后再提交。' },
]

/** The beginning of what was written, as a unit takes it up in its reply. */
const matterOf = ({ words }: Matter) =>
  words
    .replaceAll('{place}', '')
    .split(/[，。？！]/)
    .slice(0, 2)
    .join('，')

/** What a unit reads instead of the reporter's own words (R-P5). */
export const guardedSummary = (matter: Matter) =>
  `有群众反映“${nameOf(matter)}”方面的问题，请依规核查有关情况，并注意保密。`

export const leaderFor = (ticket: Ticket) =>
  (leaders.find(({ unitIds }) => unitIds.includes(ticket.proposal!.leadUnitId.value)) ?? leaders[1]!).id

export function result(matter: Matter, random: Random): Record<string, unknown> {
  const name = nameOf(matter)
  return {
    found: `接件后到现场查看并走访了附近群众，“${matterOf(matter)}”的情况属实，${random.pick(['主要是设施老化造成的', '原因是日常维护不及时', '与近期施工有关'])}。`,
    done: `${random.pick(['当天安排人员处理，第二天全部完成', '已维修更换到位，并安排专人每周巡查', '已督促责任方整改，整改后复查合格'])}，“${name}”的问题已经处理好${matter.scene ? '，照片附后' : ''}。`,
    outcome: random.pick(['solved', 'solved', 'solved', 'partly']),
    contact: '办理后与反映人电话沟通，说明了处理情况，反映人表示知道了。',
  }
}

/** What a unit hands in after the reporter was not satisfied. */
export const redoResult = (matter: Matter): Record<string, unknown> => ({
  found: `重新到现场，请反映人一起逐处核对：“${matterOf(matter)}”确有两处上次没有处理到位。`,
  done: '当场更换损坏的部件，带班领导盯到完工；约反映人验收并签字，另安排每周二、周五复查一个月。',
  outcome: 'solved',
  contact: '反映人在现场看过，认为这次办好了。',
})

export function weakResult(matter: Matter, random: Random): Record<string, unknown> {
  const name = nameOf(matter)
  return {
    found: `关于“${name}”的问题，我单位高度重视，已作了解，情况基本属实。`,
    done: `已要求有关人员加强“${name}”方面的管理，${random.pick(['下一步抓好落实', '后续将持续跟进'])}。`,
    outcome: 'explained',
    basis: '按照日常管理规定',
    contact: '已电话告知反映人。',
  }
}

export const directAnswer = (matter: Matter) =>
  `您好，您咨询的“${nameOf(matter)}”事项，请带身份证和户口本到县政务服务大厅对应窗口办理，工作日 8:30–12:00、14:30–18:00，具体材料可拨打 12345 询问。`

export const goodRating = (random: Random) => ({
  solved: random.pick(['solved', 'solved', 'partly']),
  result: random.pick(['satisfied', 'satisfied', 'basic', 'noComment']),
  attitude: random.pick(['satisfied', 'satisfied', 'basic']),
  reasons: [],
  words: random.pick(['处理得很快，谢谢', '比以前好多了', '满意']),
  photos: [],
})

export const badRating = (random: Random) => ({
  solved: 'unsolved',
  result: 'dissatisfied',
  attitude: random.pick(['basic', 'dissatisfied']),
  reasons: [random.pick(['notSolved', 'untrue', 'slow'])],
  words: random.pick(['没过两天又和以前一样了。', '只来看了一眼，问题还在。', '答复说修好了，其实没有修。']),
  photos: [],
})
