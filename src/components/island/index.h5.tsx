import { type ReactNode } from 'react'

/** The browser's twin of index.tsx. */
export function Island({ children }: { children: ReactNode }) {
  return <>{children}</>
}
