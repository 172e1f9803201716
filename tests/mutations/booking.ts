import type { Mutation } from './types'

const PROTOCOL = 'cloudfunctions/_server/reception/protocol.test.ts'
const REPOSITORY = 'cloudfunctions/_server/reception/reception.repository.ts'

/** Leader reception: what the booking protocol may not do without, and the rules of the waiting list. */
export const booking: readonly Mutation[] = [
  {
    // The tombstone.
    rule: 'R-A4',
    file: REPOSITORY,
    find: '  [seatPath(slotId, seatId)]: absent(),\n})',
    replace: '})',
    test: PROTOCOL,
  },
  {
    // The check of who waits.
    rule: 'R-A4',
    file: REPOSITORY,
    find: '[`${lineOf(slotId)}.0`]: absent() }),',
    replace: '}),',
    test: PROTOCOL,
  },
  {
    // The version of a day that is decided as a whole.
    rule: 'R-A4',
    file: REPOSITORY,
    find: 'updateOne(DAYS, prev._id, { version: prev.version }, patchOf(prev, next))',
    replace: 'updateOne(DAYS, prev._id, {}, patchOf(prev, next))',
    test: PROTOCOL,
  },
  {
    // The lock.
    rule: 'R-A4',
    file: 'cloudfunctions/_server/reception/lock.service.ts',
    find: "throw new AppError('ALREADY_BOOKED')",
    replace: 'void 0',
    test: PROTOCOL,
  },
  {
    // Who has verified a number is locked under it.
    rule: 'R-A3',
    file: 'cloudfunctions/_server/reception/visitor.service.ts',
    find: "phoneHash === undefined ? person : unread(enteredPersonId(phoneHash, ''))",
    replace: 'person',
    test: PROTOCOL,
  },
  {
    // The look under the other names of the same person.
    rule: 'R-A3',
    file: 'cloudfunctions/_server/reception/lock.service.ts',
    find: '  for (const other of await others()) await check(other)',
    replace: '',
    test: PROTOCOL,
  },
  {
    rule: 'R-A5',
    file: 'core/reception/offers.ts',
    find: 'now < opens ? opens : now < momentOf(today, CLOSES) ? now :',
    replace: 'now < opens ? now : now < momentOf(today, CLOSES) ? now :',
    test: 'core/reception/waiting.test.ts',
  },
  {
    rule: 'R-A5',
    file: 'core/reception/waiting.ts',
    find: 'const inLine = isOver ? []',
    replace: 'const inLine = false ? []',
    test: 'core/reception/waiting.test.ts',
  },
  {
    rule: 'R-A6',
    file: 'core/reception/plan.ts',
    find: "filter(({ state }) => state !== 'void')",
    replace: "filter(({ state }) => state === 'booked')",
    test: 'core/reception/plan.test.ts',
  },
]
