import { holderWords, noteOf, sentWords } from './note'

// Only words are tested; the real components run in a browser (tests/browser).
jest.mock('@tarojs/components', () => ({}))

const at = (text: string): number => Date.parse(`${text}+08:00`)
const now = at('2026-11-23T10:00:00')
const ticket = {
  holder: '县水务局',
  status: 'handling',
  createdAt: at('2026-11-22T08:30:00'),
  waitsForMe: false,
  confidential: false,
} as const

describe('the quiet line of a card', () => {
  it('says when it was reported and who has it', () => {
    expect(noteOf(ticket, now)).toBe('昨天 08:30 反映 · 现在由县水务局办理')
    expect(holderWords({ ...ticket, waitsForMe: true })).toBe('现在等您处理')
  })

  it('R-P5 tells of a confidential ticket only the day', () => {
    expect(sentWords({ ...ticket, confidential: true }, now)).toBe('昨天 反映')
  })

  it.each(['closed', 'withdrawn', 'notAccepted', 'merged'] as const)(
    'names nobody once it is %s',
    (status) => {
      expect(holderWords({ ...ticket, status })).toBeUndefined()
    },
  )
})
