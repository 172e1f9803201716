import type { Matter } from './matters'

/** What several people of one place write about one thing: the hot matters of 澜溪县 (R-D6). */
export interface Crowd {
  townshipId: string
  /** By its short name. */
  village: string
  categoryId: string
  scene?: Matter['scene']
  said: readonly Voice[]
}

export interface Voice {
  words: string
  daysAgo: number
  /** How far it has come by now; nobody has looked at it: absent. */
  came?: 'dispatched' | 'handling' | 'public' | 'publicDone' | 'closed'
}

export const crowds: readonly Crowd[] = [
  {
    townshipId: 'chengguan',
    village: '新华社区',
    categoryId: 'heating',
    said: [
      { words: '新华社区三号楼暖气不热，家里只有十五度，请供热的来看看。', daysAgo: 11, came: 'closed' },
      {
        words: '新华社区的暖气片一直不热，交了供暖费，在家还要穿棉袄，打电话总说在排查。',
        daysAgo: 9,
        came: 'closed',
      },
      {
        words: '新华社区供暖一周了还是不热，五楼以上都一样，请供热公司查一查。',
        daysAgo: 5,
        came: 'public',
      },
      {
        words: '我住新华社区六号楼，暖气不热，室内只有十四度，供热公司答应的测温没有来。',
        daysAgo: 4,
        came: 'handling',
      },
      {
        words: '新华社区暖气不热，物业说是供热公司的事，供热公司说是管道的事。',
        daysAgo: 3,
        came: 'dispatched',
      },
      {
        words: '新华社区白天暖气还行，一到晚上暖气就不热，供暖费一分没少交，盼着解决。',
        daysAgo: 2,
        came: 'dispatched',
      },
      { words: '我家在新华社区，交了供暖费，暖气却不热，请供热公司给个说法。', daysAgo: 1 },
      { words: '新华社区二号楼暖气不热，室内温度不达标，请供热公司派人上门测温。', daysAgo: 0 },
    ],
  },
  {
    townshipId: 'liulin',
    village: '小河村',
    categoryId: 'rubbish',
    scene: 'rubbish',
    said: [
      {
        words: '小河村河边的垃圾堆了半个月没人清运，臭味很大，希望环卫部门安排清运。',
        daysAgo: 13,
        came: 'publicDone',
      },
      { words: '小河村垃圾又没人清运，河边堆得比人高，苍蝇乱飞。', daysAgo: 6, came: 'handling' },
      { words: '小河村河边的垃圾还堆着没人清运，环卫的垃圾车好久没有来过。', daysAgo: 3, came: 'dispatched' },
      { words: '小河村的垃圾堆到路上了，请环卫所每天来清运。', daysAgo: 0 },
    ],
  },
  {
    townshipId: 'chengguan',
    village: '东街社区',
    categoryId: 'noise',
    said: [
      { words: '东街社区旁边的工地夜间施工，噪音到一两点，孩子睡不好。', daysAgo: 13, came: 'closed' },
      {
        words: '东街社区旁边工地夜间施工，噪音很大，影响休息，希望环保部门管一管。',
        daysAgo: 12,
        came: 'closed',
      },
      { words: '东街社区工地停了两天又夜间施工，噪音吵得没法休息。', daysAgo: 9, came: 'handling' },
      { words: '东街社区的工地夜里十一点还有打桩的噪音，请管一管夜间施工。', daysAgo: 3, came: 'dispatched' },
    ],
  },
]
