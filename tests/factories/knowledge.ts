import { DEFAULT_NUMBERS } from '@core/knowledge/defaults'
import type { Knowledge, Unit } from '@core/knowledge/types'

/** A small county (临河县) with every kind of unit, for tests that run against a whole cloud. */
const unit = (
  id: string,
  name: string,
  level: Unit['level'],
  parentId?: string,
  rest: Partial<Unit> = {},
): Unit => ({
  id,
  name,
  shortName: name,
  level,
  enforces: level === 'department',
  ...(parentId === undefined ? {} : { parentId }),
  ...rest,
})

export const knowledge: Knowledge = {
  version: 1,
  county: {
    code: 'LH',
    name: '临河县',
    phone: '12345',
    centreUnitId: 'centre',
    supervisionUnitId: 'supervision',
  },
  units: [
    unit('county', '临河县', 'county'),
    unit('centre', '社情民意服务中心', 'department', 'county', { enforces: false }),
    unit('supervision', '督查局', 'department', 'county'),
    unit('water', '县水务局', 'department', 'county', { headPersonId: 'head-water', phone: '0371-20000001' }),
    unit('supply', '县水务局供水所', 'station', 'water', { headPersonId: 'head-supply' }),
    unit('urban', '县城管局', 'department', 'county', { headPersonId: 'head-urban' }),
    unit('liulin', '柳林乡', 'township', 'county', { headPersonId: 'head-liulin', arrivalMinutes: 60 }),
    unit('liulin-v1', '柳林村', 'village', 'liulin'),
    // A township with powers of its own: its centre can give matters to its stations.
    unit('gaoshan', '高山镇', 'township', 'county', { headPersonId: 'head-gaoshan', enforces: true }),
    unit('gaoshan-office', '高山镇便民服务站', 'station', 'gaoshan'),
  ],
  categories: [
    { id: 'life', name: '民生', keywords: [], handlingClass: 'fixed' },
    {
      id: 'tap',
      name: '供水',
      parentId: 'life',
      keywords: [
        { word: '停水', weight: 5 },
        { word: '水管', weight: 4 },
      ],
      handlingClass: 'threeDay',
    },
    {
      id: 'rubbish',
      name: '环境卫生',
      parentId: 'life',
      keywords: [{ word: '垃圾', weight: 5 }],
      handlingClass: 'fixed',
    },
    { id: 'other', name: '其他', parentId: 'life', keywords: [], handlingClass: 'fixed' },
  ],
  responsibilities: [
    { categoryId: 'tap', lead: { unitId: 'water' }, coUnits: ['township'], clause: '供水管理办法第三条' },
    { categoryId: 'rubbish', lead: { unitId: 'urban' }, coUnits: ['township'], clause: '市容条例第八条' },
  ],
  leaders: [
    { personId: 'leader-1', name: '林若平', post: '县长', unitIds: ['water', 'urban'], order: 1 },
    { personId: 'leader-2', name: '韩卓', post: '常务副县长', unitIds: ['urban'], order: 2 },
  ],
  calendar: { extraWorkdays: [], extraHolidays: [] },
  policies: {
    urgentWords: ['燃气泄漏', '塌方'],
    kindWords: [
      { kind: 'consult', words: ['请问', '咨询'] },
      { kind: 'complaint', words: ['投诉'] },
      { kind: 'suggestion', words: ['建议'] },
    ],
    ...DEFAULT_NUMBERS,
    resultMinLength: 10,
  },
}
