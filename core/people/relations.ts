/** What an actor is to a ticket. `filer`: the agent who filed it for the reporter. */
export const TICKET_RELATIONS = [
  'reporter',
  'filer',
  'follower',
  'leadUnit',
  'coUnit',
  'aboveLead',
  'centre',
  'instructingLeader',
  'supervision',
  'accused',
  'none',
] as const
export type Relation = (typeof TICKET_RELATIONS)[number]
