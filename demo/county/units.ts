import type { Unit } from '@core/knowledge'

/**
 * 澜溪县, a county that does not exist: units in three levels (R-P2).
 * Ids are readable on purpose: they show in addresses and in tests.
 */
export const COUNTY = 'county'
export const CENTRE = 'centre'
export const SUPERVISION = 'supervision'

const department = (id: string, name: string, shortName: string, phone: string, enforces = true): Unit => ({
  id,
  name,
  shortName,
  level: 'department',
  parentId: COUNTY,
  phone,
  enforces,
  headPersonId: `head-${id}`,
})

const departments: Unit[] = [
  department(CENTRE, '澜溪县社情民意服务中心', '服务中心', '0300-5112345', false),
  department(SUPERVISION, '澜溪县督查局', '督查局', '0300-5110001'),
  department('water', '澜溪县水利局', '水利局', '0300-5110011'),
  department('housing', '澜溪县住房和城乡建设局', '住建局', '0300-5110012'),
  department('urban', '澜溪县城市管理局', '城管局', '0300-5110013'),
  department('transport', '澜溪县交通运输局', '交通局', '0300-5110014'),
  department('education', '澜溪县教育体育局', '教体局', '0300-5110015'),
  department('health', '澜溪县卫生健康委员会', '卫健委', '0300-5110016'),
  department('labour', '澜溪县人力资源和社会保障局', '人社局', '0300-5110017'),
  department('civil', '澜溪县民政局', '民政局', '0300-5110018'),
  department('police', '澜溪县公安局', '公安局', '0300-5110019'),
  department('market', '澜溪县市场监督管理局', '市场监管局', '0300-5110020'),
  department('environment', '澜溪县生态环境局', '生态环境局', '0300-5110021'),
  department('land', '澜溪县自然资源局', '自然资源局', '0300-5110022'),
  department('farming', '澜溪县农业农村局', '农业农村局', '0300-5110023'),
  department('medicare', '澜溪县医疗保障局', '医保局', '0300-5110024'),
  department('power', '澜溪县供电公司', '供电公司', '0300-5110025', false),
]

const station = (id: string, parentId: string, name: string, shortName: string): Unit => ({
  id,
  name,
  shortName,
  level: 'station',
  parentId,
  enforces: false,
})

const departmentStations: Unit[] = [
  station('water-supply', 'water', '澜溪县自来水公司', '自来水公司'),
  station('gas', 'housing', '澜溪县燃气服务所', '燃气所'),
  station('sanitation', 'urban', '澜溪县环卫所', '环卫所'),
  station('roads', 'transport', '澜溪县公路养护中心', '公路中心'),
]

interface TownshipPlan {
  id: string
  name: string
  arrivalMinutes: number
  villages: string[]
  /** Has powers handed to it, and a centre of its own (section 1). */
  ownCentre?: boolean
}

/** The first is the seat of the county: arrival in 30 minutes; the hills take up to 120 (R-D7). */
const townshipPlans: TownshipPlan[] = [
  {
    id: 'chengguan',
    name: '城关镇',
    arrivalMinutes: 30,
    villages: ['东街社区', '西街社区', '南关村', '北关村', '新华社区'],
    ownCentre: true,
  },
  {
    id: 'liulin',
    name: '柳林镇',
    arrivalMinutes: 60,
    villages: ['柳林村', '大王庄村', '小河村', '前进村'],
    ownCentre: true,
  },
  { id: 'shiqiao', name: '石桥镇', arrivalMinutes: 60, villages: ['石桥村', '桥北村', '马家洼村'] },
  { id: 'qingshui', name: '清水乡', arrivalMinutes: 90, villages: ['清水村', '上泉村', '下泉村'] },
  { id: 'gaoshan', name: '高山乡', arrivalMinutes: 120, villages: ['高山村', '松岭村', '岭后村'] },
  { id: 'xinji', name: '新集镇', arrivalMinutes: 60, villages: ['新集村', '老集村', '张楼村', '李楼村'] },
]

/** Townships with a centre of their own. */
export const OWN_CENTRES = townshipPlans.filter(({ ownCentre }) => ownCentre).map(({ id }) => id)

const townships: Unit[] = townshipPlans.flatMap(({ id, name, arrivalMinutes, villages, ownCentre }) => [
  {
    id,
    name: `${name}人民政府`,
    shortName: name,
    level: 'township' as const,
    parentId: COUNTY,
    enforces: ownCentre ?? false,
    arrivalMinutes,
    headPersonId: `head-${id}`,
  },
  station(`${id}-affairs`, id, `${name}便民服务站`, `${name}服务站`),
  station(`${id}-building`, id, `${name}村镇建设所`, `${name}建设所`),
  ...villages.map((village, index) => ({
    id: `${id}-v${index + 1}`,
    name: village,
    shortName: village,
    level: 'village' as const,
    parentId: id,
    enforces: false,
  })),
])

export const units: Unit[] = [
  { id: COUNTY, name: '澜溪县', shortName: '澜溪县', level: 'county', enforces: false },
  ...departments,
  ...departmentStations,
  ...townships,
]
