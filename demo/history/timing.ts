import type { Knowledge } from '@core/knowledge'
import { addWorkingTime, HOUR } from '@core/ticket/workdays'
import type { Step } from './steps'

const QUARTER_HOUR = 15 * 60_000

/** The moments of a story's steps when it begins at `start`: each so many working hours after the one before. */
export function momentsOf(start: Date, steps: readonly Step[], { calendar }: Knowledge): Date[] {
  let at = start
  return steps.map(({ after }) => (at = addWorkingTime(at, after * HOUR, calendar)))
}

/**
 * When a story has to begin so that its last step lies `idleHours` working hours before `now`: found by halving,
 * because working time has no simple way back.
 */
export function startOf(steps: readonly Step[], idleHours: number, now: Date, knowledge: Knowledge): Date {
  const endsBy = (start: Date) => {
    const last = momentsOf(start, steps, knowledge).at(-1) ?? start
    return addWorkingTime(last, idleHours * HOUR, knowledge.calendar) <= now
  }
  const hours = steps.reduce((sum, { after }) => sum + after, idleHours)
  let early = now.getTime() - (hours / 7 + 2) * 2.5 * 24 * HOUR - 10 * 24 * HOUR
  let late = now.getTime()
  while (late - early > QUARTER_HOUR) {
    const middle = (early + late) / 2
    if (endsBy(new Date(middle))) early = middle
    else late = middle
  }
  return new Date(Math.floor(early / 60_000) * 60_000)
}
