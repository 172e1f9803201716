import type { Crowd } from './crowds'

/**
 * What people write about noise without a word by which the county knows noise. The operators put it right; the proposals
 * for the last ones, which nobody has looked at yet, come from what was learned until then (R-D3).
 */
const noise = (
  townshipId: string,
  village: string,
  words: string,
  daysAgo: number,
  isNew = false,
): Crowd => ({
  townshipId,
  village,
  categoryId: 'noise',
  said: [{ words, daysAgo, ...(isNew ? {} : { came: daysAgo > 12 ? 'closed' : 'handling' }) }],
})

export const corrected: readonly Crowd[] = [
  noise('chengguan', '西街社区', '楼下烧烤摊划拳喝酒到半夜，吵得老人孩子没法睡觉。', 34),
  noise('chengguan', '南关村', '隔壁天天用电钻，中午也不停，吵得孩子没法午睡。', 30),
  noise('shiqiao', '石桥村', '木材厂的锯子从早响到晚，吵得人心慌，晚上也没法睡。', 27),
  noise('chengguan', '北关村', '酒吧的低音炮半夜还在响，窗户玻璃都跟着嗡嗡响，没法睡。', 24),
  noise('xinji', '老集村', '冷库的机器整夜嗡嗡响，吵得一家人没法睡觉。', 20),
  noise('qingshui', '上泉村', '洗沙场的机器半夜还轰隆隆响，吵得睡不着。', 17),
  noise('chengguan', '西街社区', '楼上半夜拖桌子跺脚，响得厉害，吵得睡不着，说了几次都不改。', 13),
  noise('xinji', '张楼村', '邻居半夜放音乐，声音开得特别大，吵得睡不着觉。', 9),
  noise('shiqiao', '桥北村', '快递点凌晨卸货，咣咣响，天天半夜把人吵醒。', 7),
]

export const lately: readonly Crowd[] = [
  noise('chengguan', '南关村', '楼下麻将馆半夜还吵吵闹闹，响得整栋楼睡不着觉。', 0, true),
  noise('xinji', '李楼村', '村口加工点的机器整夜响，吵得老人没法睡觉。', 1, true),
]
