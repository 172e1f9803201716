import { anchorOf, withoutChanged } from './fields'

describe('what is wrong with the form', () => {
  const wrong = { words: '太短', 'contact.phone': '不是手机号', 'place.townshipId': '请选择' }

  it('forgets the complaint about what has just been changed, and only that', () => {
    expect(withoutChanged(wrong, { contactPhone: '1' })).toEqual({
      words: '太短',
      'place.townshipId': '请选择',
    })
    expect(withoutChanged({ 'photos.0': '坏了' }, { photos: [] })).toEqual({})
  })

  it('stays the same object while typing changes nothing, so that nothing is drawn', () => {
    expect(withoutChanged(wrong, { address: '文化路' })).toBe(wrong)
  })

  it('finds the part of the form a field stands in', () => {
    expect(anchorOf('contact.phone')).toBe('field-contact')
  })
})
