import { type PropsWithChildren } from 'react'
import { ShellProvider } from '@/components/page'
import { useAppShell } from './app-shell'
import './app.scss'

/** The mini-program itself: opens the cloud, and gives every page its surroundings. */
export default function App({ children }: PropsWithChildren) {
  return <ShellProvider value={useAppShell()}>{children}</ShellProvider>
}
