import { useCallback, useRef, type ReactNode } from 'react'
import { Picker } from '@tarojs/components'

interface Props {
  /** YYYY-MM-DD, as all days here. */
  value?: string
  /** The first day that can be chosen. */
  from: string
  onChange(day: string): void
  /** What is tapped. */
  children: ReactNode
}

/** Whether a tap on what is inside a DayPicker opens a calendar by itself; otherwise the page opens a DaySheet. */
export const opensByItself = true

/** A day, by the platform's own wheels: nothing of them crosses to the view. The browser has a DaySheet: index.h5.tsx. */
export function DayPicker({ value, from, onChange, children }: Props) {
  const latest = useRef(onChange)
  latest.current = onChange
  // Always the same function: Taro sends the value of a picker anew whenever one of its own properties changes.
  const choose = useCallback((event: { detail: { value: string } }) => latest.current(event.detail.value), [])
  return (
    <Picker mode="date" value={value ?? from} start={from} onChange={choose}>
      {children}
    </Picker>
  )
}
