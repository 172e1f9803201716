import type { Category, Responsibility } from '@core/knowledge'
import type { HandlingClass } from '@core/ticket/words'

/**
 * What people write about, in two levels, with the words that speak for it and who answers for it (R-D2).
 * One row is one line of the county's responsibility table.
 */
interface Row {
  id: string
  name: string
  words: string
  handlingClass: HandlingClass
  days?: number
  lead: string
  co?: string[]
  auto?: number
}

const TOWNSHIP = 'township'

const groups: { id: string; name: string; rows: Row[] }[] = [
  {
    id: 'livelihood',
    name: '水电气暖',
    rows: [
      {
        id: 'water-supply',
        name: '供水',
        words: '停水4 水压3 自来水4 水管3 漏水2 水质3 水表3 断水4 没水3 爆管5 水费3',
        handlingClass: 'threeDay',
        lead: 'water',
        co: [TOWNSHIP],
        auto: 0.8,
      },
      {
        id: 'power-supply',
        name: '供电',
        words: '停电5 断电4 电压4 电线3 变压器4 高压线5 电表3 电费3 跳闸3 路灯杆漏电3',
        handlingClass: 'threeDay',
        lead: 'power',
        co: ['urban'],
        auto: 0.8,
      },
      {
        id: 'gas-supply',
        name: '燃气',
        words: '燃气5 煤气5 天然气5 气表3 通气2',
        handlingClass: 'threeDay',
        lead: 'housing',
      },
      {
        id: 'heating',
        name: '供暖',
        words: '供暖5 暖气5 供热5 不热2',
        handlingClass: 'threeDay',
        lead: 'housing',
      },
    ],
  },
  {
    id: 'city',
    name: '城市管理',
    rows: [
      {
        id: 'street-light',
        name: '路灯',
        words: '路灯5 不亮2',
        handlingClass: 'threeDay',
        lead: 'urban',
        auto: 0.8,
      },
      {
        id: 'rubbish',
        name: '垃圾清运',
        words: '垃圾4 清运4 保洁3 垃圾桶4 臭味2 环卫4',
        handlingClass: 'threeDay',
        lead: 'urban',
        co: [TOWNSHIP],
      },
      {
        id: 'occupation',
        name: '占道经营',
        words: '占道5 摆摊4 夜市3 流动摊贩5 堵路2',
        handlingClass: 'threeDay',
        lead: 'urban',
      },
      {
        id: 'drainage',
        name: '下水道与积水',
        words: '下水道5 井盖5 积水4 污水管4 堵塞3 反水3',
        handlingClass: 'threeDay',
        lead: 'urban',
        co: ['housing'],
      },
      {
        id: 'illegal-building',
        name: '违章建筑',
        words: '违建5 私搭4 乱建4 违章建筑5 加盖3',
        handlingClass: 'fixed',
        days: 15,
        lead: 'urban',
        co: [TOWNSHIP, 'land'],
      },
    ],
  },
  {
    id: 'housing',
    name: '住房与物业',
    rows: [
      {
        id: 'property',
        name: '物业服务',
        words: '物业5 小区3 电梯4 物业费5 业委会4 停车位2',
        handlingClass: 'fixed',
        days: 5,
        lead: 'housing',
        co: [TOWNSHIP],
      },
      {
        id: 'house-deed',
        name: '房产证办理',
        words: '房产证5 不动产证5 办证4 产权4',
        handlingClass: 'fixed',
        days: 15,
        lead: 'land',
        co: ['housing'],
      },
      {
        id: 'house-quality',
        name: '房屋质量',
        words: '房屋质量5 墙体开裂4 屋顶漏雨4 楼顶漏水4 开发商3 交房3',
        handlingClass: 'fixed',
        days: 15,
        lead: 'housing',
      },
    ],
  },
  {
    id: 'traffic',
    name: '交通出行',
    rows: [
      {
        id: 'road-damage',
        name: '道路破损',
        words: '坑洼5 路面4 破损4 修路4 道路3 塌陷3 桥3',
        handlingClass: 'fixed',
        days: 5,
        lead: 'transport',
        co: [TOWNSHIP],
      },
      {
        id: 'bus',
        name: '公交客运',
        words: '公交5 班车5 客运4 司机2 站牌4 发车3',
        handlingClass: 'threeDay',
        lead: 'transport',
      },
      {
        id: 'traffic-order',
        name: '交通秩序',
        words: '红绿灯5 乱停4 违停5 超速4 大货车4 斑马线4 闯红灯4',
        handlingClass: 'threeDay',
        lead: 'police',
        co: ['urban'],
      },
    ],
  },
  {
    id: 'environment',
    name: '环境保护',
    rows: [
      {
        id: 'noise',
        name: '噪声扰民',
        words: '噪声5 噪音5 扰民4 广场舞4 音响3 夜间施工5',
        handlingClass: 'threeDay',
        lead: 'environment',
        co: ['police'],
      },
      {
        id: 'air',
        name: '大气污染',
        words: '冒烟4 烟囱4 异味3 废气5 扬尘5 焚烧4 油烟4',
        handlingClass: 'fixed',
        days: 5,
        lead: 'environment',
        co: [TOWNSHIP],
      },
      {
        id: 'river',
        name: '河道污染',
        words: '河道5 排污5 污水4 河里3 养殖废水4 发臭3',
        handlingClass: 'fixed',
        days: 5,
        lead: 'environment',
        co: ['water', TOWNSHIP],
      },
    ],
  },
  {
    id: 'society',
    name: '民生保障',
    rows: [
      {
        id: 'allowance',
        name: '低保与救助',
        words: '低保5 救助4 困难家庭4 特困5 临时救助5',
        handlingClass: 'fixed',
        days: 5,
        lead: 'civil',
        co: [TOWNSHIP],
      },
      {
        id: 'pension',
        name: '养老金与社保',
        words: '养老金5 社保5 退休3 养老保险5 缴费3',
        handlingClass: 'threeDay',
        lead: 'labour',
      },
      {
        id: 'wages',
        name: '拖欠工资',
        words: '工资4 欠薪5 拖欠4 工钱5 农民工4 包工头4',
        handlingClass: 'fixed',
        days: 5,
        lead: 'labour',
        co: ['housing'],
      },
      {
        id: 'medicare',
        name: '医疗保险',
        words: '医保5 报销4 异地就医5 门诊3 医疗费3',
        handlingClass: 'threeDay',
        lead: 'medicare',
      },
    ],
  },
  {
    id: 'education-health',
    name: '教育卫生',
    rows: [
      {
        id: 'enrolment',
        name: '入学招生',
        words: '入学5 招生5 学区5 报名3 转学5 学校2',
        handlingClass: 'fixed',
        days: 5,
        lead: 'education',
      },
      {
        id: 'school-fees',
        name: '学校收费',
        words: '补课5 收费3 学费4 伙食费4 校服4 食堂4',
        handlingClass: 'fixed',
        days: 5,
        lead: 'education',
        co: ['market'],
      },
      {
        id: 'clinic',
        name: '医疗服务',
        words: '医院4 医生3 卫生院5 挂号4 看病3 疫苗5',
        handlingClass: 'fixed',
        days: 5,
        lead: 'health',
      },
    ],
  },
  {
    id: 'rural',
    name: '农业农村',
    rows: [
      {
        id: 'land-dispute',
        name: '土地与宅基地',
        words: '宅基地5 土地4 承包地5 征地5 补偿款4 地界4',
        handlingClass: 'fixed',
        days: 15,
        lead: TOWNSHIP,
        co: ['land', 'farming'],
      },
      {
        id: 'farm-subsidy',
        name: '惠农补贴',
        words: '补贴4 种粮5 农机5 惠农5 粮食3',
        handlingClass: 'fixed',
        days: 5,
        lead: 'farming',
        co: [TOWNSHIP],
      },
      {
        id: 'village-affairs',
        name: '村务与村干部',
        words: '村务5 村干部5 村支书5 村委会4 账目3 公示2',
        handlingClass: 'fixed',
        days: 15,
        lead: TOWNSHIP,
        co: ['supervision'],
      },
    ],
  },
  {
    id: 'market',
    name: '市场与消费',
    rows: [
      {
        id: 'consumer',
        name: '消费纠纷',
        words: '退款4 假货5 缺斤短两5 消费3 商家4 预付卡5 健身房4 退费4',
        handlingClass: 'fixed',
        days: 5,
        lead: 'market',
      },
      {
        id: 'food',
        name: '食品安全',
        words: '过期5 变质5 食品4 饭店3 卫生差3 拉肚子4',
        handlingClass: 'threeDay',
        lead: 'market',
        co: ['health'],
      },
    ],
  },
  {
    id: 'other-group',
    name: '其他',
    rows: [{ id: 'other', name: '其他', words: '', handlingClass: 'fixed', days: 5, lead: 'centre' }],
  },
]

const words = (row: Row): Category['keywords'] =>
  row.words
    .split(' ')
    .filter(Boolean)
    .map((entry) => ({ word: entry.slice(0, -1), weight: Number(entry.slice(-1)) }))

export const categories: Category[] = groups.flatMap(({ id, name, rows }) => [
  { id, name, keywords: [], handlingClass: 'fixed' as const },
  ...rows.map((row) => ({
    id: row.id,
    name: row.name,
    parentId: id,
    keywords: words(row),
    handlingClass: row.handlingClass,
    ...(row.days === undefined ? {} : { days: row.days }),
    ...(row.auto === undefined ? {} : { autoDispatch: { threshold: row.auto } }),
  })),
])

const who = (unit: string): Responsibility['lead'] => (unit === TOWNSHIP ? TOWNSHIP : { unitId: unit })

export const responsibilities: Responsibility[] = groups.flatMap((group, groupIndex) =>
  group.rows.map((row, rowIndex) => ({
    categoryId: row.id,
    lead: who(row.lead),
    coUnits: (row.co ?? []).map(who),
    clause: `权责清单第 ${groupIndex + 1}.${rowIndex + 1} 条 ${row.name}`,
  })),
)
