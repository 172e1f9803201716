import type { Actor } from '../../people/types'

/** The people of the test county. */
const staff = (id: string, role: Actor['role'], unitId: string, rest: Partial<Actor> = {}): Actor => ({
  id,
  role,
  unitId,
  ...rest,
})

export const people = {
  reporter: { id: 'citizen-1', role: 'citizen' },
  stranger: { id: 'citizen-2', role: 'citizen' },
  agent: staff('agent', 'agent', 'village'),
  operator: staff('operator-1', 'operator', 'centre'),
  operator2: staff('operator-2', 'operator', 'centre'),
  townOperator: staff('operator-t', 'operator', 'town'),
  hillOperator: staff('operator-h', 'operator', 'hill'),
  hillHead: staff('head-hill', 'unitHead', 'hill'),
  waterHandler: staff('handler-water', 'handler', 'water'),
  waterHead: staff('head-water', 'unitHead', 'water'),
  supplyHandler: staff('handler-supply', 'handler', 'supply'),
  supplyHead: staff('head-supply', 'unitHead', 'supply'),
  policeHead: staff('head-police', 'unitHead', 'police'),
  policeHandler: staff('handler-police', 'handler', 'police'),
  townHead: staff('head-town', 'unitHead', 'town'),
  townHandler: staff('handler-town', 'handler', 'town'),
  villageHandler: staff('handler-village', 'handler', 'village'),
  /** Works at the police, comes from the water department. */
  seconded: staff('handler-seconded', 'handler', 'police', { homeUnitId: 'water' }),
  leader: staff('leader-a', 'leader', 'county', { signMajor: true }),
  leader2: staff('leader-b', 'leader', 'county', { signMajor: true }),
  supervisor: staff('supervisor-1', 'supervisor', 'supervision'),
  admin: staff('admin', 'admin', 'centre'),
} satisfies Record<string, Actor>

export const everybody: Actor[] = Object.values(people)
