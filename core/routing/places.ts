import { normalise } from './text'

/** What names of places end in, longest first. 区, 市 and 县 are left out: every message names those. */
const ENDINGS = [
  '小区',
  '社区',
  '花园',
  '家园',
  '公寓',
  '广场',
  '公馆',
  '大厦',
  '新村',
  '新城',
  '街道',
  '学校',
  '小学',
  '中学',
  '幼儿园',
  '大学',
  '学院',
  '医院',
  '卫生院',
  '敬老院',
  '公司',
  '工厂',
  '酒店',
  '饭店',
  '市场',
  '超市',
  '大桥',
  '隧道',
  '车站',
  '公园',
  '水库',
  '工地',
  '城',
  '苑',
  '府',
  '湾',
  '庭',
  '路',
  '街',
  '巷',
  '道',
  '村',
  '组',
  '屯',
  '庄',
  '镇',
  '乡',
  '桥',
  '河',
  '沟',
  '渠',
  '塘',
  '站',
]
/** 「小河村」 has two characters before its ending, 「第三人民医院」 four. What stands further away is another word. */
const PLACE = new RegExp(`([\\p{Script=Han}\\da-z]{2,4}?)(${ENDINGS.join('|')})`, 'gu')
/** These only look like places: 「修路」, 「一条路」, 「我们村」. */
const NOT_A_NAME = /[的了是在到从把被有没和与及这那每各本该我你他们修通断走上下条个段座]/
/** What stands before the name in many titles: what the writer wants, and districts that were made unreadable. */
const BEFORE_NAMES = /请问|投诉|举报|反映|建议|希望|咨询|关于|[a-z]\d*[市区县]/g

/** The places that a text names, without their endings, as people write them. */
export function placesIn(text: string): string[] {
  const found = [...normalise(text).replace(BEFORE_NAMES, ' ').matchAll(PLACE)].map(([, name]) => name!)
  return [...new Set(found.filter((name) => !NOT_A_NAME.test(name)))]
}

/** Whether two lists name places and none of the one shares two characters in a row with one of the other. */
export function nameOtherPlaces(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const pairs = (names: readonly string[]): string[] =>
    names.flatMap((name) => Array.from({ length: name.length - 1 }, (_, i) => name.slice(i, i + 2)))
  const known = new Set(pairs(a))
  return !pairs(b).some((pair) => known.has(pair))
}
