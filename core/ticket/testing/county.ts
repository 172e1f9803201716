import { DEFAULT_NUMBERS } from '../../knowledge/defaults'
import type { Knowledge, Unit } from '../../knowledge/types'

/** A small county for the tests of the life cycle: every kind of unit, one category of every class. */
const unit = (id: string, level: Unit['level'], parentId?: string, rest: Partial<Unit> = {}): Unit => ({
  id,
  name: `${id}单位`,
  shortName: id,
  level,
  enforces: level === 'department',
  ...(parentId && { parentId }),
  ...rest,
})

export const county: Knowledge = {
  version: 7,
  county: {
    code: 'LH',
    name: '临河县',
    phone: '12345',
    centreUnitId: 'centre',
    supervisionUnitId: 'supervision',
  },
  units: [
    unit('county', 'county'),
    unit('centre', 'department', 'county', { enforces: false }),
    unit('supervision', 'department', 'county'),
    unit('water', 'department', 'county', { headPersonId: 'head-water' }),
    unit('supply', 'station', 'water', { headPersonId: 'head-supply' }),
    unit('police', 'department', 'county', { headPersonId: 'head-police' }),
    unit('town', 'township', 'county', { headPersonId: 'head-town', arrivalMinutes: 60 }),
    unit('town-office', 'station', 'town'),
    unit('village', 'village', 'town'),
    unit('town2', 'township', 'county'),
    // With powers of its own: its centre can give matters to its stations.
    unit('hill', 'township', 'county', { enforces: true, headPersonId: 'head-hill' }),
    unit('hill-office', 'station', 'hill'),
  ],
  categories: [
    { id: 'life', name: '民生', keywords: [], handlingClass: 'fixed' },
    { id: 'tap', name: '供水', parentId: 'life', keywords: [], handlingClass: 'threeDay' },
    { id: 'road', name: '道路', parentId: 'life', keywords: [], handlingClass: 'fixed', days: 10 },
    {
      id: 'lamp',
      name: '路灯',
      parentId: 'life',
      keywords: [],
      handlingClass: 'instant',
      autoDispatch: { threshold: 0.8 },
    },
    { id: 'other', name: '其他', parentId: 'life', keywords: [], handlingClass: 'fixed' },
  ],
  responsibilities: [
    { categoryId: 'tap', lead: { unitId: 'water' }, coUnits: ['township'], clause: '供水条例第三条' },
    { categoryId: 'lamp', lead: 'township', coUnits: [{ unitId: 'police' }], clause: '照明办法第二条' },
  ],
  leaders: [
    { personId: 'leader-a', name: '赵某', post: '副县长', unitIds: ['water'], order: 1, signMajor: true },
    { personId: 'leader-b', name: '钱某', post: '副县长', unitIds: ['town'], order: 2, signMajor: true },
    { personId: 'leader-c', name: '孙某', post: '调研员', unitIds: [], order: 3, signMajor: false },
  ],
  calendar: { extraWorkdays: [], extraHolidays: [] },
  policies: {
    urgentWords: [],
    kindWords: [],
    ...DEFAULT_NUMBERS,
    resultMinLength: 10,
  },
}
