import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** What fits on a phone when a form opens. */
const AT_ONCE = 4

/**
 * How many of so many questions to draw: on a phone those that are seen first, and the others once these have crossed
 * to the view, so that the tap that opens a long form is answered at once. Everything in the browser.
 */
export function useDrawn(all: number): number {
  const [drawn, setDrawn] = useState(process.env.TARO_ENV === 'h5' ? all : AT_ONCE)
  useEffect(() => {
    if (drawn >= all) return undefined
    let wanted = true
    Taro.nextTick(() => {
      if (wanted) setDrawn(all)
    })
    return () => {
      wanted = false
    }
  }, [drawn, all])
  return drawn
}
