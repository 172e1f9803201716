import { emptyCall, lookUpIn, missingIn, toWish } from './phone-booking'

describe('R-T11 booking for somebody on the telephone', () => {
  it('looks for a number or for a code, and for neither while it is being typed', () => {
    expect(lookUpIn('139 0000 1111')).toEqual({ phone: '13900001111' })
    expect(lookUpIn('0371-1234567')).toEqual({ phone: '03711234567' })
    expect(lookUpIn('123456')).toEqual({ code: '123456' })
    expect(lookUpIn('13900')).toBeUndefined()
  })

  it('names what is missing, and sends nothing that was left empty', () => {
    expect(Object.keys(missingIn({ ...emptyCall, caller: '123456' }, false))).toEqual([
      'onBehalfOf.phone',
      'onBehalfOf.name',
      'slotId',
      'topic',
    ])
    const call = { ...emptyCall, caller: '139 0000 1111', name: ' 周玉兰 ', topic: '供水', ownTopic: '改水 ' }
    expect(missingIn(call, true)).toEqual({})
    expect(toWish(call, { dayId: 'd1', slotId: 's1' })).toEqual({
      dayId: 'd1',
      slotId: 's1',
      topic: '改水',
      people: 1,
      onBehalfOf: { name: '周玉兰', phone: '13900001111' },
    })
  })
})
