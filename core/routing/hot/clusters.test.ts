import { clustersOf, type Message } from './clusters'

/** Two sorts of matter, three places, in different words; and many that stand alone. */
const said: [id: string, title: string, body: string][] = [
  ['pit1', '桃溪苑北门路面塌了一个坑', '桃溪苑北门外的路面塌了一个大坑，电动车过不去，晚上看不见很危险'],
  ['pit2', '桃溪苑北门路面的坑没人填', '桃溪苑北门那条路的坑越来越大，车轮陷进去过，路面得补一补'],
  ['pit3', '请把桃溪苑北门的路补好', '桃溪苑北门路面的坑还在，雨天积水，骑电动车摔了人'],
  [
    'pit-other',
    '望月里小区门口路面塌了一个坑',
    '望月里小区门口的路面塌了一个大坑，电动车过不去，晚上看不见很危险',
  ],
  ['noise', '桃溪苑楼下唱歌到半夜', '桃溪苑楼下的歌厅放音响到半夜一点，老人孩子睡不着，噪音太大'],
  ['noise2', '桃溪苑歌厅半夜噪音', '桃溪苑楼下歌厅每天半夜还在放音响，噪音吵得睡不着'],
]
const sorts = [
  (n: number) => [`第${n}村路面有坑`, `第${n}村的路面有一个坑，电动车骑过去摔了人，请补一补路面，雨天积水`],
  (n: number) => [`第${n}街夜里噪音`, `第${n}街的店半夜放音响，噪音吵得老人孩子睡不着`],
  (n: number) => [`咨询第${n}年的养老金`, `我想问第${n}年交的养老金怎么认定，去哪个窗口办手续`],
]
const others = Array.from({ length: 90 }, (_, n): [string, string, string] => {
  const [title, body] = sorts[n % 3]!(n) as [string, string]
  return [`other-${n}`, title, body]
})
const messages = (rows: typeof said): Message[] => rows.map(([id, title, body]) => ({ id, title, body }))

const groupOf = (id: string, of: readonly Message[]) =>
  [...clustersOf(of).find(({ ids }) => ids.includes(id))!.ids].sort()

describe('clustersOf', () => {
  it('R-D6 groups what is about one matter at one place, in whatever words, and keeps other places and matters apart', () => {
    const all = messages([...said, ...others])
    expect(groupOf('pit1', all)).toEqual(['pit1', 'pit2', 'pit3'])
    expect(groupOf('noise', all)).toEqual(['noise', 'noise2'])
    expect(groupOf('pit-other', all)).toEqual(['pit-other'])
  })

  it('R-D6 never groups what is known to lie in different townships', () => {
    const same = messages([said[0]!, [...said[0]!]]).map((message, n) => ({ ...message, id: `same-${n}` }))
    expect(clustersOf(same)).toHaveLength(1)
    const apart = same.map((message, n) => ({ ...message, townshipId: `town-${n}` }))
    expect(clustersOf(apart)).toHaveLength(2)
  })

  it('R-D6 puts every message in one group, also empty and endless ones', () => {
    const odd = ['', '啊'.repeat(2000), '😀😀😀', 'water is out', '停水'.repeat(25_000), '\u0000']
    const all = odd.map((body, n) => ({ id: String(n), title: '', body }))
    const ids = clustersOf([...all, ...messages(said)]).flatMap((cluster) => cluster.ids)
    expect(ids).toHaveLength(all.length + said.length)
    expect(new Set(ids).size).toBe(ids.length)
    expect(clustersOf([])).toEqual([])
  })
})
