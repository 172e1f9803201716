import { useEffect, useRef } from 'react'
import { listenToKeys, type Key } from './keyboard'

/** Listens once and calls what is true now. */
export function useKeys(on: boolean, onKey: (key: Key) => void): void {
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => (on ? listenToKeys((key) => latest.current(key)) : undefined), [on])
}
