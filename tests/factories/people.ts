import type { Person, StaffRecord } from '@core/people/types'

/** Staff of the small county, by id. Everybody else is a citizen the cloud has not met yet. */
const staff = (
  _id: string,
  role: StaffRecord['role'],
  unitId: string,
  more: Partial<StaffRecord> = {},
): Person => ({
  _id,
  version: 1,
  staff: { role, unitId, name: `${_id}`, title: '工作人员', active: true, ...more },
  recent: {},
  submissions: [],
  locks: {},
})

export const staffOfTheCounty: Person[] = [
  staff('operator-1', 'operator', 'centre'),
  staff('operator-2', 'operator', 'centre'),
  staff('operator-gaoshan', 'operator', 'gaoshan'),
  staff('operator-liulin', 'operator', 'liulin'),
  staff('head-water', 'unitHead', 'water'),
  staff('handler-water', 'handler', 'water'),
  staff('head-supply', 'unitHead', 'supply'),
  staff('handler-supply', 'handler', 'supply'),
  staff('head-urban', 'unitHead', 'urban'),
  staff('handler-urban', 'handler', 'urban'),
  staff('head-gaoshan', 'unitHead', 'gaoshan'),
  staff('head-liulin', 'unitHead', 'liulin'),
  /** Works for the city, comes from the water department: R-P5 looks at both. */
  staff('handler-seconded', 'handler', 'urban', { homeUnitId: 'water' }),
  staff('leader-1', 'leader', 'county', { signMajor: true }),
  staff('supervisor-1', 'supervisor', 'supervision'),
  staff('admin-1', 'admin', 'centre'),
  staff('agent-1', 'agent', 'liulin-v1'),
  staff('left-1', 'operator', 'centre', { active: false }),
]
