import type { Booking, Day } from '@core/reception'
import { between } from '../platform/conditions'
import { list } from '../platform/database'

const DAYS = 'days'
const BOOKINGS = 'bookings'
/** More than a year of a county's receptions, and more visitors than a day has. */
const MOST_DAYS = 500
const MOST_VISITORS = 400

const keyAt = (moment: Date): string => String(moment.getTime()).padStart(13, '0')

/** A centre's days that begin between two moments, soonest first. */
export const daysOfCentre = (centreId: string, from: Date, to: Date): Promise<Day[]> =>
  daysWhere({ centreId, sortKey: between(keyAt(from), keyAt(to)) })

/** The days that somebody holds. */
export const daysOfHost = (leaderId: string, from: Date, to: Date): Promise<Day[]> =>
  daysWhere({ leaderId, sortKey: between(keyAt(from), keyAt(to)) })

const daysWhere = (where: Parameters<typeof list>[1]['where']): Promise<Day[]> =>
  list<Day>(DAYS, { where, orderBy: [['sortKey', 'asc']], limit: MOST_DAYS, omit: ['waiting', 'outbox'] })

/** All bookings of a day, whatever became of them, as they were made. */
export const bookingsOfDay = (dayId: string): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, {
    where: { dayId },
    orderBy: [['sortKey', 'asc']],
    limit: MOST_VISITORS,
  })

/** Bookings of this six-digit code, the newest first: it is short, so several may have it. */
export const bookingsOfCode = (code: string): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, { where: { code }, orderBy: [['sortKey', 'desc']], limit: 20 })
