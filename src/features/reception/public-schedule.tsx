import { Schedule, useSchedule } from './schedule'

/** The schedule to look at, without login (R-A2). */
export function PublicSchedule() {
  return <Schedule schedule={useSchedule()} />
}
