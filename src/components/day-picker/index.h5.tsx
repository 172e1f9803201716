import { type ReactNode } from 'react'

export const opensByItself = false

/** The browser's twin of index.tsx. */
export function DayPicker({ children }: { children: ReactNode }) {
  return <>{children}</>
}
