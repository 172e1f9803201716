import type { App } from '../host'
import { report } from '../support/report'
import { BUDGETS, type Budget } from './limits'

/** Keeps the worst of everything measured against the budgets, and where it was. */
export class Meter {
  private readonly worst = new Map<Budget, { value: number; where: string }>()
  private readonly over: string[] = []

  note(budget: Budget, value: number, where: string): void {
    const { what, limit } = BUDGETS[budget]
    if (value > limit) this.over.push(`${what}: ${value} > ${limit} (${where})`)
    if (value > (this.worst.get(budget)?.value ?? -Infinity)) this.worst.set(budget, { value, where })
  }

  /** How large the page in front is. */
  noteShape(app: App, where: string): void {
    const { nodes, depth, widest } = app.stats().page
    this.note('nodes', nodes, where)
    this.note('depth', depth, where)
    this.note('children', widest, where)
  }

  /** Whatever was above its budget, one line each. */
  excess(): string[] {
    return [...this.over]
  }

  /** Prints the table and leaves it for `npm run budgets`. */
  report(name: string): void {
    report(
      name,
      [...this.worst].map(([budget, { value, where }]) => {
        const { what, limit, unit } = BUDGETS[budget]
        return {
          what,
          value,
          measured: inUnit(value, unit),
          limit: inUnit(limit, unit),
          where,
          ok: value <= limit,
        }
      }),
    )
  }
}

/** `706 KiB`, `249 B`: whole numbers, rounded up, so that nothing looks smaller than it is. */
function inUnit(value: number, unit: string): string {
  const per = unit === 'KiB' ? 1024 : unit === 'KB' ? 1000 : 1
  return `${Math.ceil(value / per).toLocaleString('en-US')} ${unit}`
}
