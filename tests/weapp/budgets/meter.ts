import { BUDGETS, type Budget } from './limits'
import { report } from '../support/report'

/** Keeps the worst of everything measured against the budgets, and where it was. */
export class Meter {
  private readonly worst = new Map<Budget, { value: number; where: string }>()

  note(budget: Budget, value: number, where: string): void {
    if (value > (this.worst.get(budget)?.value ?? -Infinity)) this.worst.set(budget, { value, where })
  }

  /** The budgets that do not hold, one line each. */
  excess(): string[] {
    return [...this.worst]
      .filter(([budget, { value }]) => value > BUDGETS[budget].limit)
      .map(([budget, { value, where }]) => `${BUDGETS[budget].what}: ${value} > ${BUDGETS[budget].limit} (${where})`)
  }

  /** Prints the table and leaves it for `npm run budgets`. */
  report(name: string): void {
    report(
      name,
      [...this.worst].map(([budget, { value, where }]) => {
        const { what, limit, unit } = BUDGETS[budget]
        return { what, measured: inUnit(value, unit), limit: inUnit(limit, unit), where, ok: value <= limit }
      }),
    )
  }
}

/** `706 KiB`, `249 B`: whole numbers, rounded up, so that nothing looks smaller than it is. */
function inUnit(value: number, unit: string): string {
  const per = unit === 'KiB' ? 1024 : unit === 'KB' ? 1000 : 1
  return `${Math.ceil(value / per).toLocaleString('en-US')} ${unit}`
}
