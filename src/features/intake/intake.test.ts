import * as v from 'valibot'
import { intake } from '@core/contracts/ticket/intake'
import { phoneIn } from '@core/people/phone'
import { CHANNELS } from '@core/ticket/words'
import { CHANNEL_OPTIONS, emptyIntake, missing, toInput, type Intake } from './intake'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))
jest.mock('@transport', () => ({ transport: {} }))

const written = (change: Partial<Intake>): Intake => ({ ...emptyIntake, words: '村口停水三天了', ...change })
const accepted = (form: Intake) =>
  v.safeParse(intake.input, toInput(form)).issues?.map(({ message }) => message)

describe('what an operator writes down (R-T5)', () => {
  it('R-T5 needs only the words', () => {
    expect(missing(written({}))).toEqual({})
    expect(accepted(written({}))).toBeUndefined()
    expect(toInput(written({}))).not.toHaveProperty('caller')
    expect(missing(emptyIntake)).toHaveProperty('words')
  })

  it('R-T5 offers every channel but those people and agents use themselves, and the cloud takes each', () => {
    expect(CHANNEL_OPTIONS).toHaveLength(Object.keys(CHANNELS).length - 2)
    for (const { value: channel } of CHANNEL_OPTIONS) {
      const form = written({ channel, superiorNumber: '市转 12 号', superiorDay: '2026-12-01' })
      expect(missing(form)).toEqual({})
      expect(accepted(form)).toBeUndefined()
    }
  })

  it('R-T5 a matter from above needs its number and deadline', () => {
    const wrong = missing(written({ channel: 'superior' }))
    expect(Object.keys(wrong).sort()).toEqual(['superior.deadline', 'superior.number'])
  })

  it('R-T5 takes mobiles and landlines as people write them', () => {
    expect(phoneIn('138 0000 0000')).toBe('13800000000')
    expect(phoneIn('0371-20000001')).toBe('037120000001')
    expect(phoneIn('12345')).toBeUndefined()
    expect(missing(written({ contactPhone: '12345' }))).toHaveProperty(['caller.phone'])
    expect(missing(written({ contactPhone: '0371-20000001' }))).toEqual({})
    expect(accepted(written({ contactPhone: '0371-20000001', contactName: '王' }))).toBeUndefined()
  })
})
