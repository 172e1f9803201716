import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { STATUSES, type Status } from '@core/ticket/words'
import { useQuery } from '@/cloud'
import { Field } from '@/components/field'
import { ListItem } from '@/components/list-item'

/** Here nothing happens any more. */
const OVER: readonly Status[] = ['closed', 'notAccepted', 'withdrawn', 'merged']
const MOST = 3
const SETTLES_AFTER_MS = 500

/** Matters of the same caller that are still open: perhaps the call is about one of them. Silent where there are none. */
export function Earlier({ phone }: { phone: string }) {
  const settled = useSettled(phone)
  const { data } = useQuery('ticket.search', settled === undefined ? undefined : { words: settled })
  const open = data?.items.filter(({ status }) => !OVER.includes(status)) ?? []
  if (open.length === 0) return null
  return (
    <Field label={`这个号码有 ${open.length} 件正在办`}>
      {open.slice(0, MOST).map(({ id, number, title, status, holder }) => (
        <ListItem
          key={id}
          icon="list"
          title={title}
          note={[number, STATUSES[status], holder].join(' · ')}
          onClick={() => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${id}` })}
        />
      ))}
    </Field>
  )
}

/** The number once nobody has typed for a moment: the beginning of a landline looks like a shorter one. */
export function useSettled(phone: string): string | undefined {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(phone), SETTLES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [phone])
  return settled
}
