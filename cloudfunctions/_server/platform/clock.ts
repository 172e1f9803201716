/** The only reader of the clock. Tests move it through the variable; in the cloud it is absent. */
export function readClock(): Date {
  return new Date(Date.now() + Number(process.env.MINSHENG_NOW_OFFSET_MS ?? 0))
}

/** Milliseconds for measuring how long something took; not a moment. */
export const ticks = (): number => performance.now()

/** Waits about `ms` (half to one and a half of it), so that two who collided do not collide again. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())))
