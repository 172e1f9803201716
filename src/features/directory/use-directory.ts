import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { asFailure, client, type Failure } from '@/cloud'
import type { Directory } from './look-up'

/** Shared by all pages: the lists change rarely, and every form needs them. */
let known: { directory: Directory; readAt: number } | undefined
const FRESH_MS = 10 * 60_000
const KEY = 'directory'

/** The directory; read once and kept for ten minutes, and on the device for when there is no network. */
export function useDirectory(): { directory?: Directory; failure?: Failure; reload(): void } {
  const [directory, setDirectory] = useState(known?.directory)
  const [failure, setFailure] = useState<Failure>()
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (known && Date.now() - known.readAt < FRESH_MS) return undefined
    let wanted = true
    client.call('open.directory', {}).then(
      (answer) => {
        known = { directory: answer, readAt: Date.now() }
        Taro.setStorageSync(KEY, answer)
        if (wanted) setDirectory(answer)
      },
      (error: unknown) => {
        if (!wanted) return
        const stored = Taro.getStorageSync<Directory | ''>(KEY)
        if (stored) setDirectory(stored)
        else setFailure(asFailure(error))
      },
    )
    return () => {
      wanted = false
    }
  }, [attempt])

  const reload = () => {
    setFailure(undefined)
    setAttempt(attempt + 1)
  }
  return { directory, failure, reload }
}
