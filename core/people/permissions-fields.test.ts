import { FIELD_READERS, readable, type Reader, type TicketField } from './permissions-fields'
import { TICKET_RELATIONS } from './relations'

/** Field × reader, written a second time: r reporter, f filer, w follower, l lead, c co-unit, a above, o centre, k the county's centre, i leader, s supervision. */
const LETTERS: Record<Reader, string> = {
  reporter: 'r',
  filer: 'f',
  follower: 'w',
  leadUnit: 'l',
  coUnit: 'c',
  aboveLead: 'a',
  centre: 'o',
  countyCentre: 'k',
  instructingLeader: 'i',
  supervision: 's',
}
const ALL = 'rfwlcaokis'
/** Field → who sees it of an ordinary ticket, and of a sensitive one where that differs. */
const EXPECTED: Record<TicketField, [open: string, sensitive: string]> = {
  id: [ALL, ALL],
  number: [ALL, ALL],
  title: [ALL, ALL],
  kind: [ALL, ALL],
  status: [ALL, ALL],
  round: [ALL, ALL],
  urgent: [ALL, ALL],
  major: ['lcaokis', 'lcaokis'],
  confidential: [ALL, ALL],
  place: [ALL, 'rfokis'],
  holder: [ALL, ALL],
  leadUnit: [ALL, ALL],
  assignee: ['lcaokis', 'lcaokis'],
  missed: ['lcaokis', 'lcaokis'],
  whistle: ['lcaokis', 'lcaokis'],
  superior: ['lcaokis', 'okis'],
  centre: ['lcaokis', 'okis'],
  due: [ALL, ALL],
  createdAt: [ALL, ALL],
  waitsForMe: [ALL, ALL],
  channel: ['rflcaokis', 'rfokis'],
  words: ['rflcaokis', 'rfokis'],
  summary: ['lcaokis', 'lcaokis'],
  photos: ['rflcaokis', 'rfokis'],
  address: ['rflcaokis', 'rfokis'],
  point: ['rflcaokis', 'rfokis'],
  mine: [ALL, ALL],
  reporter: ['rflaokis', 'rfoks'],
  category: [ALL, ALL],
  leadUnitId: [ALL, ALL],
  publicMatter: ['oks', 'oks'],
  passedTo: ['lcaokis', 'lcaokis'],
  coUnits: [ALL, ALL],
  arrivals: ['lcaokis', 'lcaokis'],
  arrival: ['lcaokis', 'lcaokis'],
  handlingClass: [ALL, ALL],
  proposal: ['oki', 'oki'],
  standardReplies: ['laok', 'laok'],
  question: ['rflcaokis', 'rfokis'],
  extension: ['lcaokis', 'lcaokis'],
  orders: ['laokis', 'laokis'],
  order: ['laokis', 'laokis'],
  refusal: ['rfoks', 'rfoks'],
  withdrawal: ['rfoks', 'rfoks'],
  advice: ['rf', 'rf'],
  results: [ALL, ALL],
  ratings: ['rwlcaokis', 'rwokis'],
  joinerRatings: ['laokis', 'oks'],
  callbacks: ['oks', 'oks'],
  timeline: [ALL, ALL],
  instruction: ['lcaokis', 'lcaokis'],
  toSign: ['okis', 'okis'],
  mainTicket: ['rfoks', 'rfoks'],
  joined: ['oks', 'oks'],
  commands: [ALL, ALL],
  readerRole: [ALL, ALL],
}

describe('field × reader (R-P4, R-P5)', () => {
  it.each(Object.keys(EXPECTED) as TicketField[])('%s: every reader, open and sensitive', (field) => {
    for (const reader of Object.keys(LETTERS) as Reader[]) {
      const [open, sensitive] = EXPECTED[field]
      expect([reader, readable(reader, false).has(field)]).toEqual([reader, open.includes(LETTERS[reader])])
      expect([reader, readable(reader, true).has(field)]).toEqual([
        reader,
        sensitive.includes(LETTERS[reader]),
      ])
    }
  })

  it('has a row for every field and a test for every row', () => {
    expect(Object.keys(FIELD_READERS).sort()).toEqual(Object.keys(EXPECTED).sort())
    const readers: readonly string[] = [...Object.keys(LETTERS), 'accused', 'none']
    expect([...readers].sort()).toEqual([...TICKET_RELATIONS].sort())
  })

  it('R-P6 the accused and strangers see nothing', () => {
    for (const sensitive of [true, false]) {
      expect(readable('accused', sensitive).size).toBe(0)
      expect(readable('none', sensitive).size).toBe(0)
    }
  })

  it('R-P5 a sensitive ticket shows no reader more than an ordinary one', () => {
    for (const relation of TICKET_RELATIONS) {
      for (const field of readable(relation, true)) expect(readable(relation, false).has(field)).toBe(true)
    }
  })

  it('R-P5 no unit gets anything of the reporter’s on a sensitive ticket', () => {
    for (const unit of ['leadUnit', 'coUnit', 'aboveLead'] as const) {
      const fields = readable(unit, true)
      for (const field of [
        'words',
        'photos',
        'place',
        'address',
        'point',
        'reporter',
        'channel',
        'question',
        'ratings',
      ]) {
        expect(fields.has(field as TicketField)).toBe(false)
      }
      expect(fields.has('summary')).toBe(true)
    }
  })
})
