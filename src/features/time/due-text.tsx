import { useState } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Tag } from '@/components/tag'
import { dueWords, exactWords, type Due } from './words'
import s from './due-text.module.scss'

const LOOK = {
  ok: { icon: 'clock', tone: 'plain' },
  soon: { icon: 'clock', tone: 'act' },
  late: { icon: 'warning', tone: 'danger' },
  stopped: { icon: 'pause', tone: 'plain' },
} as const

interface Props {
  due: Due
  /** A tap shows the exact moment. */
  exact?: boolean
}

/** A deadline: icon, words and colour; red only when it has passed. */
export function DueText({ due, exact }: Props) {
  const [open, setOpen] = useState(false)
  const now = Date.now()
  // The server's state is as old as the page; the clock on the wall goes on.
  const look = LOOK[due.state !== 'stopped' && due.at <= now ? 'late' : due.state]
  const words = dueWords(due, now)
  if (!exact) {
    return (
      <Tag icon={look.icon} tone={look.tone} bare>
        {words}
      </Tag>
    )
  }
  const press = () => setOpen(!open)
  return (
    <View className={s.target} onClick={press} {...a11y({ role: 'button', expanded: open }, press)}>
      <Tag icon={look.icon} tone={look.tone} bare>
        {open ? exactWords(due.at) : words}
      </Tag>
    </View>
  )
}
