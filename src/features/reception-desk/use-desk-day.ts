import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { ActionInput, ActionOutput } from '@core/contracts'
import type { DeskView } from '@core/contracts/reception/desk-views'
import { useCommand, useQuery, type Failure, type Query } from '@/cloud'

type Step = ActionInput<'reception.deskStep'>['step']

/** Several clerks and the screen work at one day: what the others did comes in this often. */
const REFRESH_MS = 20_000

export interface DeskDayState {
  query: Query<ActionOutput<'reception.desk'>>
  busy: boolean
  failure?: Failure
  /** Takes a step; answers whether it was taken. */
  step(step: Step, bookingId?: string): Promise<boolean>
  /** An answer that came another way: a check-in, an outcome. */
  show(desk: DeskView): void
  clear(): void
}

/** One reception day at the desk, kept up to date while it is looked at. */
export function useDeskDay(dayId: string): DeskDayState {
  const query = useQuery('reception.desk', { dayId })
  const command = useCommand('reception.deskStep')
  useWhileShown(() => {
    if (!command.busy) void query.reload()
  }, REFRESH_MS)
  const show = (desk: DeskView) => query.put({ desk })
  return {
    query,
    busy: command.busy,
    failure: command.failure,
    clear: command.clear,
    show,
    async step(step, bookingId) {
      const answer = await command.send({ dayId, step, ...(bookingId === undefined ? {} : { bookingId }) })
      if (answer) show(answer.desk)
      else void query.reload()
      return answer !== undefined
    },
  }
}

/** Runs again and again as long as the page is in front: a hidden page must not be redrawn. */
function useWhileShown(run: () => void, ms: number): void {
  const latest = useRef(run)
  latest.current = run
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(() => latest.current(), ms)
    return () => clearInterval(timer)
  }, [shown, ms])
}
