import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { listenToKeys, type Key } from './keyboard'

/** Calls what is true now; listens only while this page is in front, so that one below another takes no key from it. */
export function useKeys(on: boolean, onKey: (key: Key) => void): void {
  const latest = useRef(onKey)
  latest.current = onKey
  const listening = useRef<(() => void) | undefined>(undefined)
  const stop = () => {
    listening.current?.()
    listening.current = undefined
  }
  const start = () => {
    listening.current ??= listenToKeys((key) => latest.current(key))
  }
  useDidHide(stop)
  useDidShow(() => {
    if (on) start()
  })
  useEffect(() => {
    if (on) start()
    return stop
  }, [on])
}
