import { useEffect, useMemo, useState } from 'react'
import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { demoPerson, isOnline, onOnlineChange, startCloud } from '@/cloud'
import type { Shell } from '@/components/page'
import { sendWaiting } from '@/features/draft'

const ELDER = 'elder'

/** Tells the person that what they wrote earlier has now arrived (R-T2). */
async function deliver(): Promise<void> {
  const outcome = await sendWaiting()
  if (outcome?.state === 'sent') {
    void Taro.showToast({
      title: `之前写的已送到，编号 ${outcome.sent.number}`,
      icon: 'none',
      duration: 4000,
    })
  }
}

/** Elder mode, network and demo person for every page; sends a waiting report when the app or the network returns. */
export function useAppShell(): Shell {
  const [elder, setElder] = useState(() => Taro.getStorageSync<boolean | ''>(ELDER) === true)
  const [online, setOnline] = useState(isOnline)

  useLaunch(startCloud)
  useDidShow(() => void deliver())
  useEffect(
    () =>
      onOnlineChange((now) => {
        setOnline(now)
        if (now) void deliver()
      }),
    [],
  )
  return useMemo(
    () => ({
      elder,
      setElder: (on: boolean) => {
        Taro.setStorageSync(ELDER, on)
        setElder(on)
      },
      online,
      demoPerson: demoPerson(),
    }),
    [elder, online],
  )
}
