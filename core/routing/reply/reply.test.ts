import {
  crossValidate,
  evaluate,
  judgedRows,
  kindOf,
  learn,
  OF_CAUGHT,
  OF_ONE_PIECE,
  problemOf,
  reasonsFor,
} from '.'
import type { JudgedReply } from '.'
import { signsOf } from './signs'
import { thresholdFor } from './threshold'

const PLACES = [
  '东门桥',
  '柳树巷',
  '青石街',
  '老粮站',
  '三岔口',
  '果园村',
  '白塔路',
  '水井坊',
  '竹林湾',
  '新集镇',
]
const MATTERS = ['路灯不亮', '井盖松动', '垃圾没人收', '水管漏水', '摊贩占道', '噪音扰民']

/** Thirty replies that say what was found and done, thirty that only pass on or promise. */
const replies: JudgedReply[] = MATTERS.flatMap((matter, m) =>
  PLACES.map((place, p) => {
    const title = `${place}${matter}`
    const body = `${place}${matter}好几天了，晚上走路不方便，请派人看看。`
    const poor = [
      `您好，您在${place}留言已收悉，我们将尽快研究。`,
      `感谢您的关注，已转交有关单位办理。`,
      `您的来信已知悉，我们高度重视，正在研究。`,
    ]
    const good = [
      `经现场查看，${place}${matter}属实，原因是年久失修。已更换配件，${p + 3}月${m + 5}日恢复正常。`,
      `工作人员到场核查，发现${place}${matter}，已责令负责人整改，${p + 2}日内完成。`,
    ]
    const isPoor = (m + p) % 2 === 0
    return {
      title,
      body,
      reply: isPoor ? poor[(m + p * 2) % 3]! : good[p % 2]!,
      label: isPoor ? '0' : '1',
    }
  }),
)

const full = {
  title: '东门桥路灯不亮',
  body: '东门桥头路灯不亮三天了。',
  reply: '经现场查看，东门桥路灯不亮是线路老化。已更换线路，5月8日恢复照明。',
}

describe('perfunctory replies', () => {
  it('R-H5 learns to catch replies that only pass on or promise, and leaves good ones alone', () => {
    const test = replies.filter((_, i) => i % 4 === 0)
    const figures = evaluate(
      replies.filter((_, i) => i % 4 !== 0),
      test,
      '0',
    )
    expect(figures.f1).toBeGreaterThanOrEqual(0.9)
    expect(figures.falseAlarms).toBeLessThanOrEqual(0.1)
    expect(figures.perClass['0']!.count + figures.perClass['1']!.count).toBe(test.length)
    const { f1, falseAlarms } = crossValidate(replies, 3, '0')
    expect(f1).toBeGreaterThanOrEqual(0.8)
    expect(falseAlarms).toBeLessThanOrEqual(0.1)
  })

  it('R-H5 an empty, foreign or endless reply is judged as well', () => {
    const judge = learn(replies, '0')
    expect(judge({ title: '', body: '', reply: '' })).toBe('0')
    expect(judge(full)).toBe('1')
    for (const reply of ['OK 👌', '好'.repeat(100_000)]) {
      expect(['0', '1']).toContain(judge({ title: '', body: '', reply }))
    }
  })

  it('R-H5 a kind that is rare is told from a common one by what is commoner among its own', () => {
    const exchange = (reply: string, label: string): JudgedReply => ({ title: '', body: '', reply, label })
    const learned = [
      ...Array.from({ length: 60 }, (_, i) => exchange(`水质变差是雨后溢流所致，第${i}段。`, '解释')),
      ...Array.from({ length: 6 }, (_, i) => exchange(`水质变差，已责令停工，第${i}段。`, '解释')),
      ...Array.from({ length: 4 }, (_, i) => exchange(`水质变差，已责令停工，第${i}处。`, '进展')),
      ...Array.from({ length: 10 }, () => exchange('来信收到。', '敷衍')),
    ]
    expect(learn(learned, '敷衍')(exchange('水质变差，已责令停工。', ''))).toBe('进展')
  })

  it('R-H5 names why: copied, forwarded only, no finding, no action, off the matter', () => {
    const asked = full.title + full.body
    const why = (reply: string, demands = OF_CAUGHT, copied = false) =>
      reasonsFor({ asked, found: reply, done: reply, copied }, demands)
    expect(why(full.reply)).toEqual([])
    expect(why(full.reply, OF_CAUGHT, true)).toEqual(['copied'])
    const forwarded = ['forwardedOnly', 'noFinding', 'noAction', 'offMatter']
    expect(why('来信收到，已转交城管局。')).toEqual(forwarded)
    expect(why('来信收到，已转交城管局。', OF_ONE_PIECE)).toEqual(forwarded)
    expect(why('经核实，东门桥头路灯确实不亮了三天。')).toEqual(['noAction'])
    expect(why('东门桥路灯不亮，周五晚上已修好，请放心。')).toEqual(['noFinding'])
    expect(why('经现场核查，积存垃圾周五上午已清理完成。')).toEqual(['offMatter'])
    expect(why('')).toEqual(['noFinding', 'noAction', 'offMatter'])
    expect(reasonsFor({ asked: '', found: '', done: '', copied: false }, OF_CAUGHT)).not.toContain(
      'offMatter',
    )
  })

  it('R-H5 what says enough needs no sign, and signs alone say nothing', () => {
    const asked = full.title + full.body
    const plain = '东门桥头三盏路灯的线被老鼠咬断了，电工换了新线，又加了一只套管，晚上都亮着'
    expect(reasonsFor({ asked, found: plain, done: plain, copied: false }, OF_ONE_PIECE)).toEqual([])
    const empty = '东门桥路灯：经核实情况属实，高度重视，已处理'
    expect(reasonsFor({ asked, found: empty, done: empty, copied: false }, OF_ONE_PIECE)).toEqual([
      'noFinding',
      'noAction',
    ])
  })

  it('R-H5 the rules alone catch the empty ones and leave nine in ten good ones alone', () => {
    const { byRules } = evaluate(replies, replies, '0')
    expect(byRules.recall).toBeGreaterThan(0.9)
    expect(byRules.falseAlarms).toBeLessThanOrEqual(0.1)
  })

  it('R-H5 every sign of a reply is between 0 and 1', () => {
    const texts = ['', full.reply, full.reply.repeat(50), '1'.repeat(3000)]
    const signs = texts.flatMap((reply) => Object.values(signsOf({ ...full, reply })))
    expect(Math.min(...signs)).toBe(0)
    expect(Math.max(...signs)).toBe(1)
  })

  it('R-H5 the threshold catches what it can while few good replies are caught', () => {
    const good = Array.from({ length: 100 }, (_, i) => ({ lead: -i / 100, perfunctory: false }))
    const bad = [0.5, 0.4, -0.035, -0.9].map((lead) => ({ lead, perfunctory: true }))
    const threshold = thresholdFor([...good, ...bad])
    expect(threshold).toBeGreaterThan(0)
    expect(threshold).toBeLessThan(0.4)
    expect(thresholdFor([{ lead: 1, perfunctory: false }, ...bad])).toBe(Infinity)
    const many = Array.from({ length: 100 }, (_, i) => ({ lead: -i / 100, perfunctory: true }))
    const caught = good.filter(({ lead }) => lead >= thresholdFor([...good, ...many])).length
    expect(caught).toBeLessThanOrEqual(8)
  })

  it('R-H5 a file says what kind it is; what nobody judged is left out, what is no judgement is named', () => {
    const row = { ...full, replyType: '敷衍' }
    const kind = kindOf(row)!
    expect(judgedRows([row, { ...row, replyType: '未标' }], kind)).toEqual([{ ...full, label: '敷衍' }])
    expect(problemOf(row, kind)).toBeUndefined()
    expect(problemOf({ ...row, replyType: '很好' }, kind)).toContain('replyType')
    expect(problemOf({ ...full, explained: '0' }, kind)).toContain('replyType')
    expect(problemOf(full, kindOf(full))).toContain('explained')
    expect(judgedRows([{ ...full, explained: 0 }], kindOf({ ...full, explained: 0 })!)[0]!.label).toBe('0')
  })
})
