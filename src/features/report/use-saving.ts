import { useEffect, useState } from 'react'
import { useDidHide, useUnload } from '@tarojs/taro'

const SAVE_AFTER_MS = 400

export interface Saving {
  /** A moment after the last change. */
  soon(): void
  /** At once, if anything is unsaved. */
  now(): void
}

/** Saves a moment after the last change, and at once when the page goes away. `save` must stay the same. */
export function useSaving(save: () => void): Saving {
  const [saving] = useState(() => createSaving(save))
  useDidHide(saving.now)
  useUnload(saving.now)
  useEffect(() => saving.now, [saving])
  return saving
}

function createSaving(save: () => void): Saving {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    save()
  }
  return {
    now,
    soon() {
      if (timer !== undefined) clearTimeout(timer)
      timer = setTimeout(now, SAVE_AFTER_MS)
    },
  }
}
