/**
 * The rules of the product, each with one line. Tests name the rules they prove in their titles; `npm run rules` lists
 * which, and refuses an id that stands in a test but not here.
 */
export interface RuleSection {
  title: string
  rules: Record<string, string>
}

export const RULES: readonly RuleSection[] = [
  {
    title: 'People and roles',
    rules: {
      'R-P1': 'identity comes only from the platform and the staff record',
      'R-P2': 'units form a tree; the unit above answers for the one below and signs for it',
      'R-P3': 'staff join by invitation; a change takes effect at the next call; nothing waits on who left',
      'R-P4': 'identity is masked to everybody; unmasking states a purpose and is kept',
      'R-P5': 'confidential tickets and tip-offs never reach the accused, nor the reporter’s words a unit',
      'R-P6': 'what is not there and what is not yours get the same answer',
      'R-P7': 'nobody acts where they are reporter or accused; two-person steps need two people',
    },
  },
  {
    title: 'Ticket',
    rules: {
      'R-T1': 'a citizen submits words or voice, photos, a place, for themselves or an enterprise',
      'R-T2': 'the draft stays on the phone; an interrupted submission arrives later, once',
      'R-T3': 'matching answers and public matters are shown while writing; “me too” joins one',
      'R-T4': 'a number people can read out, unique under concurrency',
      'R-T5': 'operators enter tickets of every channel; invalid contacts are logged without a ticket',
      'R-T6': 'the reporter supplements, urges once a day, withdraws',
      'R-T7': 'a question to the reporter stops the clock until the answer or 5 working days',
      'R-T8': 'every change appends an event; an edit, a swap or a lost tail shows',
      'R-T9': 'duplicates merge; followers get the news and rate; sensitive ones never merge with others’',
      'R-T10': 'one submission of several matters splits into suffixes of its number',
      'R-T11': 'people without WeChat follow by number and phone, and may claim the ticket later',
    },
  },
  {
    title: 'Edges of the life cycle',
    rules: {
      E1: 'not accepted, with a reason and where to go instead',
      E2: 'one appeal within 5 working days, decided by another operator',
      E3: 'direct answer by the centre',
      E4: 'a suggestion is collected; an urgent one goes to the leader',
      E5: 'a suggestion is adopted or noted by the 10th of the next month',
      E6: 'merged into an open main ticket',
      E7: 'the reporter is asked, and it goes back to where it was',
      E8: 'a major matter goes to a leader',
      E9: 'the leader instructs: designated, key supervision',
      E10: 'the leader sends it back with words',
      E11: 'dispatched with lead, co-units, class and deadline',
      E12: 'signed by the lead unit',
      E13: 'returned once, in time, with the ground and a suggested unit',
      E14: 'the head hands in the result',
      E15: 'sent back with what is missing; the remainder runs on',
      E16: 'approved by the operator, or by the instructing leader',
      E17: 'rated satisfied, basically satisfied or no comment: closed',
      E18: 'rated dissatisfied with a reason: judgement',
      E19: 'redo by the same unit, next round',
      E20: 'unreasonable by two people, explained',
      E21: 'unreachable after 3 attempts on 3 days, one in the evening',
      E22: 'redo ordered by the supervisor',
      E23: 'withdrawn by the reporter; of a tip-off a request',
      E24: 'redo where no unit ever was: back to the centre',
      E25: 'a wrong merge is undone',
      E26: 'closed where there is no reporter to ask',
      E27: 're-assigned with a reason',
      E28: 'concluded by a meeting after the last redo',
      E29: 'praise is passed on',
    },
  },
  {
    title: 'Routing',
    rules: {
      'R-D1': 'a proposal of kind, category, units, class and urgency, with confidence and reasons',
      'R-D2': 'the unit comes from the responsibility table; a township without power never alone',
      'R-D3': 'the centre’s corrections are learned from',
      'R-D4': 'automatic dispatch only where the category allows it and the proposal is sure',
      'R-D5': 'possible duplicates, best first, with the why',
      'R-D6': 'clusters of tickets about one matter',
      'R-D7': 'urgent matters: alerted at once, dispatched after 5 minutes',
      'R-D8': 'a township whistles departments to a place, and they report in',
    },
  },
  {
    title: 'Deadlines',
    rules: {
      'R-L1': 'handling classes and their dates; a leader’s or superior’s date wins',
      'R-L2': 'working days of Asia/Shanghai with make-up days and county overrides; stops and remainders',
      'R-L3': 'one extension, asked before the deadline',
      'R-L4': 'warned at 80 % and at the deadline; orders of three grades when overdue',
      'R-L5': 'every clock can be replayed from the events',
      'R-L6': 'the centre’s and the leaders’ own clocks',
    },
  },
  {
    title: 'Handling',
    rules: {
      'R-H1': 'first contact with the reporter, due within a working day; site visit',
      'R-H2': 'progress notes, open or internal, with photos',
      'R-H3': 'each co-unit’s part has its own date and warning; it may object once',
      'R-H4': 'standard replies as a start, never unchanged without a look',
      'R-H5': 'a perfunctory result is caught with the reason; the reviewer may overrule with words',
      'R-H6': 'the duty roster tells who is told at once',
      'R-H7': 'leaders may work on paper; an operator records it for them',
    },
  },
  {
    title: 'Callback, rating, redo',
    rules: {
      'R-C1': 'every ticket is called back; every attempt is recorded',
      'R-C2': 'solved, then four choices for result and attitude; dissatisfied says why',
      'R-C3': 'only the reporter rates, once a round; no unit sees it before the round is over',
      'R-C4': 'redo to the same head; the second also to the leader, the third to a meeting',
      'R-C5': 'unreasonable demands leave the figure only through E20',
      'R-C6': 'a closed ticket is a docket; a promise is called back on its date',
    },
  },
  {
    title: 'Supervision',
    rules: {
      'R-S1': 'meetings on days with a 6, with an agenda and decisions',
      'R-S2': 'ten-day bulletin and monthly digest, recomputable from events',
      'R-S3': 'supervision orders of three grades',
      'R-S4': 'look-back at a seeded sample of closed tickets',
      'R-S5': 'issue list with progress and strike-off',
      'R-S6': 'accountability: talks and sanctions',
      'R-S7': 'response, resolution and satisfaction rates',
    },
  },
  {
    title: 'Leader reception',
    rules: {
      'R-A1': 'the month’s schedule, at least one day a leader',
      'R-A2': 'published in advance to everybody',
      'R-A3': 'one tap books a slot; one active booking a person and kind',
      'R-A4': 'never oversold and never undersold',
      'R-A5': 'cancel, waiting list, reminders, no-shows',
      'R-A6': 'leader away: booked people are told and keep their place or choose again',
      'R-A7': 'the desk: check-in, walk-ins, call next, finish',
      'R-A8': 'the leader’s brief the day before',
      'R-A9': 'every reception creates a ticket',
      'R-A10': 'townships, mediation and legal aid use the same slots',
    },
  },
  {
    title: 'Publication and guidance',
    rules: {
      'R-G1': 'public pages need no login',
      'R-G2': 'cases are published without personal details, by two people',
      'R-G3': 'the screen page of the lobby',
      'R-G4': 'guide search in plain words',
    },
  },
  {
    title: 'Notices',
    rules: {
      'R-N1': 'subscribe messages, and an inbox that always works',
      'R-N2': 'notices are written with the change, retried, never sent twice',
      'R-N3': 'without WeChat: SMS or a call; “told” only when done',
    },
  },
  {
    title: 'Privacy and safety',
    rules: {
      'R-X1': 'content checks hold publication, not the ticket',
      'R-X2': 'photos: stripped, checked, unguessable, short-lived links',
      'R-X3': 'phone and ID numbers are sealed at rest, found by keyed hash, masked on the way out',
      'R-X4': 'limits per person',
      'R-X5': 'export and erasure as far as the law on files allows',
      'R-X6': 'reads of an identity, exports and unmaskings are in the audit',
    },
  },
  {
    title: 'Everyone',
    rules: {
      'R-Y1': 'elder mode',
      'R-Y2': 'every state of a page exists',
    },
  },
]
