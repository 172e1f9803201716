/**
 * What an actor is to a ticket. `filer`: the agent who filed it for the reporter. `centre`: the ticket's own centre, which
 * does the centre's part; `countyCentre`: the county's, of a ticket that a township's centre has.
 */
export const TICKET_RELATIONS = [
  'reporter',
  'filer',
  'follower',
  'leadUnit',
  'coUnit',
  'aboveLead',
  'centre',
  'countyCentre',
  'instructingLeader',
  'supervision',
  'accused',
  'none',
] as const
export type Relation = (typeof TICKET_RELATIONS)[number]
