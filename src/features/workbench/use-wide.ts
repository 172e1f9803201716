import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** Desktop windows (look.md); the same number as `$wide` in theme/tokens.scss. */
const WIDE = 1024

// Not from the event: on H5 Taro reports the screen's width there, not the window's.
const isWide = () => Taro.getWindowInfo().windowWidth >= WIDE

/** Whether list and ticket fit side by side: a browser on a desktop, or WeChat for PC's window made wide. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const update = () => setWide(isWide())
    Taro.onWindowResize(update)
    return () => Taro.offWindowResize(update)
  }, [])
  return wide
}
