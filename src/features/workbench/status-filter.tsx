import { useState } from 'react'
import { View } from '@tarojs/components'
import { STATUSES, type Status } from '@core/ticket/words'
import { a11y } from '@/components/a11y'
import { Icon } from '@/components/icon'
import { Island } from '@/components/island'
import { OptionSheet } from '@/components/option-sheet'
import s from './status-filter.module.scss'

interface Props {
  status?: Status
  onChange(status: Status | undefined): void
}

const ANY = 'any'
const OPTIONS = [
  { value: ANY, label: '全部状态' },
  ...Object.entries(STATUSES).map(([value, label]) => ({ value, label })),
]
const read = (value: string | undefined) => (value === ANY ? undefined : (value as Status | undefined))

/** Where the keyboard finds the filter. */
export const FILTER = 'status-filter'

/** The phone's filter: one line that opens the choice. */
export function StatusFilter({ status, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const press = () => setOpen(true)
  const words = status ? STATUSES[status] : '全部状态'
  return (
    <>
      <View
        id={FILTER}
        className={s.line}
        onClick={press}
        {...a11y({ role: 'button', label: `按状态筛选：${words}` }, press)}
      >
        <Icon name="filter" size="small" />
        <View className={s.words}>{words}</View>
        <Icon name="down" size="small" />
      </View>
      <Island>
        {open && (
          <OptionSheet
            title="看哪种状态"
            options={OPTIONS}
            value={[status ?? ANY]}
            onChange={([chosen]) => onChange(read(chosen))}
            onClose={() => setOpen(false)}
          />
        )}
      </Island>
    </>
  )
}

/** The desktop's filter: every status in the rail. */
export function StatusRail({ status, onChange }: Props) {
  return (
    <View id={FILTER} {...a11y({ role: 'radiogroup', label: '按状态筛选' })}>
      {OPTIONS.map(({ value, label }) => {
        const chosen = value === (status ?? ANY)
        const press = () => onChange(read(value))
        return (
          <View
            key={value}
            className={`${s.status} ${chosen ? s.chosen : ''}`}
            onClick={press}
            {...a11y({ role: 'radio', checked: chosen, label }, press)}
          >
            {label}
          </View>
        )
      })}
    </View>
  )
}
