import { knowledge } from '../../tests/factories/knowledge'
import { receptionDay } from '../../tests/factories/reception'
import { newBooking, nextCommand, recording, type OutcomeMatter } from '.'

const NOW = new Date('2026-11-26T09:10:00+08:00')
const day = receptionDay('d1', '2026-11-26', { desk: { b1: { state: 'serving', number: 1 } } })
const booking = newBooking(
  { id: 'b1', personId: 'citizen-1', inputHash: '', topic: '供水' },
  day,
  day.slots[0]!,
  NOW,
)
const said = '请水务局三天内修好，结果报我。'
const matter: OutcomeMatter = { words: '村口停水三天', confidential: false, result: 'instructed', said }
const by = { id: 'operator-1', role: 'operator' } as const
const outcome = { key: 'k', inputHash: '', at: NOW, by, tickets: [{ id: 't1' }] }

describe('what comes of a reception', () => {
  it('R-A9 is recorded once, and not before the visitor is in', () => {
    const once = recording(booking, day, [matter], outcome)
    expect(once.outcome).toMatchObject({ answered: 0, pending: [matter] })
    expect(() => recording(once, day, [matter], { ...outcome, key: 'other' })).toThrow('已经登记')
    expect(() => recording(booking, { ...day, desk: {} }, [matter], outcome)).toThrow(
      '接待开始后才能登记结果',
    )
  })

  it('R-A9 goes to the leader with what they said, for them to sign; answered on the spot it goes to nobody', () => {
    expect(nextCommand(matter, day, knowledge)).toEqual({
      id: 'ticket.escalate',
      input: { leaderId: 'leader-1', words: `林若平接待时的意见：${said}`, said },
    })
    expect(nextCommand({ ...matter, result: 'answered' }, day, knowledge)).toEqual({
      id: 'ticket.answer',
      input: { words: said },
    })
    // R-A10: whoever is on duty at a township signs no instructions.
    expect(nextCommand(matter, { ...day, leaderId: 'head-liulin' }, knowledge).id).toBe('ticket.note')
  })
})
