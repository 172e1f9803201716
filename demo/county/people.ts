import type { StaffRecord } from '@core/people/types'
import { ROLES, type Role } from '@core/people/words'
import { units, CENTRE, COUNTY, SUPERVISION } from './units'

/** The people of 澜溪县. Nobody here exists; phone numbers use a prefix that no operator hands out for long. */
export interface DemoPerson {
  id: string
  name: string
  role: Role
  staff?: StaffRecord
  /** Only citizens and agents: sealed before it is stored (R-X3). */
  phone?: string
  /** Said in the chooser, so that a newcomer knows whom to try. */
  note?: string
  /** In the sign-in chooser; the others are only reporters in the history. */
  chooser: boolean
}

const staff = (
  id: string,
  name: string,
  role: StaffRecord['role'],
  unitId: string,
  title: string,
  more: Partial<StaffRecord> = {},
  note?: string,
): DemoPerson => ({
  id,
  name,
  role,
  staff: { role, unitId, name, title, active: true, ...more },
  ...(note === undefined ? {} : { note }),
  chooser: true,
})

export const leaders = [
  { id: 'leader-1', name: '周明远', post: '县委书记', unitIds: [CENTRE, SUPERVISION] },
  { id: 'leader-2', name: '林若平', post: '县委副书记、县长', unitIds: ['land', 'housing'] },
  { id: 'leader-3', name: '陈立新', post: '常务副县长', unitIds: ['labour', 'power', 'medicare'] },
  { id: 'leader-4', name: '何秋实', post: '副县长（城建交通）', unitIds: ['urban', 'transport', 'housing'] },
  { id: 'leader-5', name: '罗素梅', post: '副县长（教育卫生）', unitIds: ['education', 'health', 'civil'] },
  {
    id: 'leader-6',
    name: '石建川',
    post: '副县长（农业水利）',
    unitIds: ['farming', 'water', 'environment'],
  },
]

const headNames =
  '唐志强 冯海燕 曹卫东 邓春华 彭建国 曾庆喜 萧文斌 田丽娟 董国梁 袁晓峰 潘少华 于振江 蒋玉兰 蔡永福 余德胜 杜红梅 叶长青 程大海 魏新民 苏桂英 吕向阳 丁广田 任克勤'.split(
    ' ',
  )
const handlerNames =
  '韩雪松 孟凡林 秦岭 白桂芳 江小帆 阎立军 薛明 雷雨田 侯志敏 龙腾飞 段小波 贺兰 顾一鸣 毛春来 郝建平 龚丽 邵阳 万里 钱多福 严谨 赖晓东 洪涛'.split(
    ' ',
  )

/** Every department and township has a head and somebody who does the work. */
const handlingUnits = units.filter(
  ({ level, id }) => (level === 'department' || level === 'township') && id !== CENTRE,
)

const unitStaff = handlingUnits.flatMap(({ id, shortName }, index) => [
  staff(
    `head-${id}`,
    headNames[index % headNames.length]!,
    'unitHead',
    id,
    `${shortName}负责人`,
    {},
    '签收、退单、审签办理结果',
  ),
  staff(
    `handler-${id}`,
    handlerNames[index % handlerNames.length]!,
    'handler',
    id,
    `${shortName}经办人`,
    {},
    '签收、联系群众、写进展',
  ),
])

const centreStaff = [
  staff(`head-${CENTRE}`, '沈静', 'operator', CENTRE, '服务中心主任、值班长', {}, '受理、派单、审核、回访'),
  staff('operator-1', '许佳', 'operator', CENTRE, '服务中心办理员', {}, '受理、派单、审核、回访'),
  staff('operator-2', '马晓东', 'operator', CENTRE, '服务中心办理员', {}, '受理、派单、审核、回访'),
  staff('operator-3', '高洁', 'operator', CENTRE, '服务中心回访员', {}, '电话回访、研判'),
  staff(
    'operator-chengguan',
    '梁秀芬',
    'operator',
    'chengguan',
    '城关镇中心办理员',
    {},
    '本镇的事自己办，其余交县中心',
  ),
  staff(
    'operator-liulin',
    '耿直',
    'operator',
    'liulin',
    '柳林镇中心办理员',
    {},
    '本镇的事自己办，其余交县中心',
  ),
  staff('supervisor-2', '丁致远', 'supervisor', SUPERVISION, '督查室主任', {}, '督查、会签研判、责令重办'),
  staff('supervisor-1', '郑钧', 'supervisor', SUPERVISION, '督查员', {}, '督查、会签研判、责令重办'),
  staff('admin-1', '管志明', 'admin', CENTRE, '系统管理员', {}, '维护配置，看不到群众身份'),
  staff('agent-1', '吴老根', 'agent', 'liulin-v1', '柳林村协管员', {}, '替不方便用手机的村民反映'),
  staff('agent-2', '孙秀英', 'agent', 'gaoshan-v1', '高山村协管员', {}, '替不方便用手机的村民反映'),
]

const leaderStaff = leaders.map(({ id, name, post }) =>
  staff(id, name, 'leader', COUNTY, post, { signMajor: true }, '阅批、审签、接待'),
)

const citizenNames =
  '张桂兰 李铁柱 王秀珍 刘建军 赵小燕 陈长河 杨红霞 黄志刚 徐巧云 朱永利 胡广才 郭春花 罗大勇 宋玉梅 谢明亮 邹小芳 熊国庆 金爱莲 陆水生 卢翠平 汪有才 崔灵芝 夏满仓 方小雨 石磊 姚桂花 廖成林 廉洁 葛根生 武巧珍'.split(
    ' ',
  )

/** Deterministic numbers of a made-up range; the tests look for exactly these in the stored files. */
export const citizenPhone = (index: number): string => `1990300${String(1000 + index * 37).slice(-4)}`

const citizens = citizenNames.map<DemoPerson>((name, index) => ({
  id: `citizen-${index + 1}`,
  name,
  role: 'citizen',
  phone: citizenPhone(index),
  ...(index === 0 ? { note: '有几件事正在办' } : {}),
  ...(index === 1 ? { note: '有一件事等着评价' } : {}),
  chooser: index < 6,
}))

export const people: DemoPerson[] = [...citizens, ...centreStaff, ...leaderStaff, ...unitStaff]

/** One line of the chooser at sign-in. */
export function chooserEntries() {
  return people
    .filter(({ chooser }) => chooser)
    .map(({ id, name, role, staff: record, note }, order) => ({
      _id: id,
      name,
      role,
      roleName: ROLES[role],
      ...(record
        ? { unitName: units.find((unit) => unit.id === record.unitId)?.shortName, title: record.title }
        : {}),
      ...(note === undefined ? {} : { note }),
      order,
    }))
}
