import { createContext, useContext } from 'react'

/** What surrounds every page and is decided by the app, not by the page. */
export interface Shell {
  /** Elder mode (R-Y1): large text, large targets. */
  elder: boolean
  setElder(elder: boolean): void
  online: boolean
  /** Where the demo sign-in is in use: who it is, and how to become somebody else. */
  demoPerson?: { name: string; switchPerson(): void }
}

const Context = createContext<Shell>({ elder: false, setElder: () => {}, online: true })

export const ShellProvider = Context.Provider
export const useShell = (): Shell => useContext(Context)
