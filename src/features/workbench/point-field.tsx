import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { ListItem } from '@/components/list-item'
import type { FieldValue, Point } from './form-model'
import { locate } from './locate'

interface Props {
  label: string
  hint?: string
  error?: string
  value: FieldValue
  onChange(value: FieldValue): void
}

/** Where somebody is: taken from the device, never typed. */
export function PointField({ label, hint, error, value, onChange }: Props) {
  const [fault, setFault] = useState<string>()
  const point = value as Point | undefined
  const take = async () => {
    try {
      onChange(await locate())
      setFault(undefined)
    } catch {
      setFault('没有取到位置。请允许使用位置，或在手机小程序里签到。')
    }
  }
  return (
    <Field label={label} hint={hint} error={error ?? fault}>
      <ListItem
        icon="pin"
        title={point ? (point.name ?? '已取到所在位置') : '取所在位置'}
        value={
          point && (
            <Button kind="quiet" small label={`去掉${label}`} onClick={() => onChange(undefined)}>
              去掉
            </Button>
          )
        }
        onClick={point ? undefined : () => void take()}
      />
    </Field>
  )
}
