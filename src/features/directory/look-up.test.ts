import { lookUp, type Directory } from './look-up'

const directory: Directory = {
  version: 1,
  county: { code: 'LH', name: '临河县', phone: '12345' },
  townships: [
    { id: 't1', name: '城关镇', villages: [{ id: 'v1', name: '东关社区' }] },
    { id: 't2', name: '青山镇', villages: [] },
  ],
  categories: [{ id: 'c1', name: '供水' }],
  units: [
    { id: 'u1', name: '县水务局', level: 'department' },
    { id: 'u2', name: '供水所', level: 'station', parentId: 'u1' },
  ],
  leaders: [],
}

describe('names and choices of the directory', () => {
  const names = lookUp(directory)

  it('R-P2 says under whom a unit stands, or of what level it is', () => {
    expect(names.units).toEqual([
      { value: 'u1', label: '县水务局', note: '县直部门' },
      { value: 'u2', label: '供水所', note: '县水务局' },
    ])
  })

  it('R-T1 offers the villages of the township only', () => {
    expect(names.villagesOf('t1')).toEqual([{ value: 'v1', label: '东关社区' }])
    expect(names.villagesOf('t2')).toEqual([])
    expect(names.villagesOf(undefined)).toEqual([])
  })

  it('knows no name for what is not there', () => {
    expect(names.townshipName('t1')).toBe('城关镇')
    expect(names.villageName('v1')).toBe('东关社区')
    expect(names.unitName('gone')).toBeUndefined()
    expect(names.categoryName(undefined)).toBeUndefined()
  })
})
