/** Who is on duty at a unit, and planning it (R-H6). */
export { DutyRoster } from './duty-roster'
