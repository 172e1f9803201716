import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** What fits on a phone when a form opens. */
const AT_ONCE = 4

/**
 * How many of so many parts to draw: on a phone a few that are seen first, and a few more each time these have crossed
 * to the view, so that the tap that opens something long is answered at once. Everything in the browser.
 */
export function useDrawn(all: number, atOnce = AT_ONCE): number {
  const [drawn, setDrawn] = useState(process.env.TARO_ENV === 'h5' ? all : atOnce)
  useEffect(() => {
    if (drawn >= all) return undefined
    let wanted = true
    Taro.nextTick(() => {
      if (wanted) setDrawn(drawn + atOnce)
    })
    return () => {
      wanted = false
    }
  }, [drawn, all, atOnce])
  return drawn
}
