import type { TicketView } from '../contracts/ticket/views'
import type { Relation } from './relations'

/**
 * What a reader may see of a ticket: field × reader, exhaustive, default deny (R-P4, R-P5). `open`: only where the
 * ticket is neither confidential nor a tip-off. Names and phones are masked in every view; `ticket.unmask` is the
 * only way to them.
 */
export type TicketField = keyof TicketView
export type Reader = Exclude<Relation, 'accused' | 'none'>
type Right = 'yes' | 'open'
type Row = Partial<Record<Reader, Right>>

const row = (right: Right, ...readers: Reader[]): Row =>
  Object.fromEntries(readers.map((reader) => [reader, right]))

const ALL = row(
  'yes',
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
)
const OWN = row('yes', 'reporter', 'filer')
const CENTRE = row('yes', 'centre', 'countyCentre', 'supervision')
const LEADER = row('yes', 'instructingLeader')
const UNITS = row('yes', 'leadUnit', 'coUnit', 'aboveLead')
const UNITS_IF_OPEN = row('open', 'leadUnit', 'coUnit', 'aboveLead')

/** The reporter's own words and what came with them: no unit gets them of a sensitive ticket (R-P5). */
const ORIGINAL = { ...OWN, ...CENTRE, ...LEADER, ...UNITS_IF_OPEN }

export const FIELD_READERS: Record<TicketField, Row> = {
  id: ALL,
  number: ALL,
  title: ALL,
  kind: ALL,
  status: ALL,
  round: ALL,
  urgent: ALL,
  major: { ...CENTRE, ...LEADER, ...UNITS },
  confidential: ALL,
  place: { ...ORIGINAL, ...row('open', 'follower') },
  holder: ALL,
  /** Whose centre screens and reviews, where it is a township's: it tells where the reporter went. */
  centre: { ...CENTRE, ...LEADER, ...UNITS_IF_OPEN },
  leadUnit: ALL,
  assignee: { ...CENTRE, ...LEADER, ...UNITS },
  missed: { ...CENTRE, ...LEADER, ...UNITS },
  due: ALL,
  /** By day only where sensitive: `shownCreatedAt`. */
  createdAt: ALL,
  waitsForMe: ALL,
  channel: ORIGINAL,
  superior: { ...CENTRE, ...LEADER, ...UNITS_IF_OPEN },
  words: ORIGINAL,
  summary: { ...CENTRE, ...LEADER, ...UNITS },
  photos: ORIGINAL,
  address: ORIGINAL,
  point: ORIGINAL,
  mine: ALL,
  reporter: {
    ...OWN,
    ...CENTRE,
    ...row('open', 'instructingLeader', 'leadUnit', 'aboveLead'),
  },
  category: ALL,
  leadUnitId: ALL,
  publicMatter: CENTRE,
  passedTo: { ...CENTRE, ...LEADER, ...UNITS },
  coUnits: ALL,
  arrivals: { ...CENTRE, ...LEADER, ...UNITS },
  arrival: { ...CENTRE, ...LEADER, ...UNITS },
  whistle: { ...CENTRE, ...LEADER, ...UNITS },
  handlingClass: ALL,
  proposal: { ...row('yes', 'centre', 'countyCentre'), ...LEADER },
  standardReplies: { ...row('yes', 'centre', 'countyCentre', 'leadUnit', 'aboveLead') },
  question: ORIGINAL,
  extension: { ...CENTRE, ...LEADER, ...UNITS },
  /** Which of them: `visibleOrders`. */
  orders: { ...CENTRE, ...LEADER, ...row('yes', 'leadUnit', 'aboveLead') },
  order: { ...CENTRE, ...LEADER, ...row('yes', 'leadUnit', 'aboveLead') },
  refusal: { ...OWN, ...CENTRE },
  withdrawal: { ...OWN, ...CENTRE },
  advice: OWN,
  /** Which of them: `visibleResults`. */
  results: ALL,
  /** Which of them: `visibleRatings` (R-C3). Words of a rating could name a reporter. */
  ratings: { ...row('yes', 'reporter', 'follower'), ...CENTRE, ...LEADER, ...UNITS_IF_OPEN },
  /** For whom joiners are counted: the readers of `reporter`, who themselves are no part of it. */
  joinerRatings: { ...CENTRE, ...row('open', 'instructingLeader', 'leadUnit', 'aboveLead') },
  callbacks: CENTRE,
  /** Which lines: `describeEvent`. */
  timeline: ALL,
  instruction: { ...CENTRE, ...LEADER, ...UNITS },
  toSign: { ...CENTRE, ...LEADER },
  mainTicket: { ...OWN, ...CENTRE },
  joined: CENTRE,
  commands: ALL,
  readerRole: ALL,
}

/** The fields this reader may see. */
export function readable(reader: Relation, sensitive: boolean): ReadonlySet<TicketField> {
  if (reader === 'accused' || reader === 'none') return new Set()
  const fields = Object.keys(FIELD_READERS) as TicketField[]
  return new Set(
    fields.filter((field) => {
      const right = FIELD_READERS[field][reader]
      return right === 'yes' || (right === 'open' && !sensitive)
    }),
  )
}
