import { alikeFirst, likeKeys, type Matter } from './duplicates'

const here = { townshipId: 'town-1', villageId: 'village-1' }
const pit: Matter = {
  words: '小河村三组路口的路面塌了一个大坑，骑电动车过去摔了两个人，请尽快修一修',
  categoryId: 'road',
  place: here,
}
const matters: Record<string, Matter> = {
  same: { ...pit, words: '小河村三组路口有个大坑，路面塌了没人修，骑电动车的摔了两个人' },
  otherWords: { ...pit, words: '三组那个坑再不填要出事，昨晚又有人连车带人栽进去' },
  otherTown: { ...pit, place: { townshipId: 'town-2' } },
  otherMatter: { ...pit, words: '小河村三组的广场舞太吵，孩子写不了作业', categoryId: 'noise' },
  otherVillage: {
    ...pit,
    words: '望月里小区路口的路面塌了一个大坑，骑电动车过去摔了两个人，请尽快修一修',
    place: { townshipId: 'town-1', villageId: 'village-2' },
  },
}
const meets = (a: Matter, b: Matter): boolean => likeKeys(a).some((key) => likeKeys(b).includes(key))

describe('duplicates', () => {
  it('R-D5 the same matter meets by its keys, in other words too; another township never', () => {
    expect(meets(pit, matters.same!)).toBe(true)
    expect(meets(pit, matters.otherWords!)).toBe(true)
    expect(meets(pit, matters.otherTown!)).toBe(false)
  })

  it('R-D5 lists what may be the same, best first, with the why; copied words about another place are not', () => {
    const { same, otherMatter, otherVillage } = matters as {
      [name in 'same' | 'otherMatter' | 'otherVillage']: Matter
    }
    const found = alikeFirst(pit, [otherVillage, otherMatter, same, pit])
    expect(found.map(({ matter }) => matter)).toEqual([pit, same])
    expect(found[1]!.why).toEqual(['说法相近', '都提到‘小河’', '同一个村（社区）', '同一类'])
  })

  it('R-D5 keys are few, short, and tell nothing of the words; without a place there are none', () => {
    const keys = likeKeys(pit)
    expect(keys.length).toBeLessThanOrEqual(16)
    expect(keys.every((key) => /^[a-z0-9]{1,7}$/.test(key))).toBe(true)
    expect(likeKeys({ ...pit, place: undefined })).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['one character', '啊'.repeat(2000)],
    ['emoji', '😀'.repeat(1000)],
    ['100 KB', '停水停电没人管路灯坏'.repeat(3500)],
  ])('R-D5 takes %s within 20 ms', (_, words) => {
    // The fastest of a few: the machine may be busy with something else.
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now()
      likeKeys({ ...pit, words })
      alikeFirst({ ...pit, words }, [{ ...pit, words }])
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(20)
    expect(likeKeys({ ...pit, words }).length).toBeLessThanOrEqual(16)
  })
})
