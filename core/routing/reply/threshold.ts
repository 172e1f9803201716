/** Of good replies, at most this share may be caught (R-H5), … */
export const MOST_FALSE_ALARMS = 0.1
/** … chosen with something in hand, since what comes later is never quite like what was learned from. */
const AIM = 0.08

/** How far "perfunctory" was ahead for one reply, and whether a person called it so. */
export interface Lead {
  lead: number
  perfunctory: boolean
}

/**
 * R-H5: the lead from which a reply is caught: the best F1 among those at which the share of good replies caught stays
 * within the aim. Nothing is caught (Infinity) where no lead does.
 */
export function thresholdFor(leads: readonly Lead[]): number {
  const falling = [...leads].sort((a, b) => b.lead - a.lead)
  const bad = leads.filter(({ perfunctory }) => perfunctory).length
  const allowed = AIM * (leads.length - bad)
  let best = { threshold: Infinity, f1: 0 }
  let right = 0
  for (const [index, { lead, perfunctory }] of falling.entries()) {
    if (perfunctory) right++
    const caught = index + 1
    if (caught - right > allowed) break
    const next = falling[caught]?.lead
    if (next === lead) continue
    const f1 = (2 * right) / (caught + bad)
    if (f1 > best.f1) best = { threshold: next === undefined ? lead : (lead + next) / 2, f1 }
  }
  return best.threshold
}
