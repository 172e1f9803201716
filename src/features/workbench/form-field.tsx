import { useState } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Choice } from '@/components/choice'
import { DayPicker, opensByItself } from '@/components/day-picker'
import { dayWords } from '@/components/day-sheet'
import { Field as FieldFrame } from '@/components/field'
import { drawing, type IconName } from '@/components/icon'
import type { SheetOption } from '@/components/option-sheet'
import { TextArea } from '@/components/text-area'
import { TextInput } from '@/components/text-input'
import { type ChosenTicket, dayOf, type Field, type FieldValue, type Part } from './form-model'
import { PartsField } from './parts-field'
import { PhotosField } from './photos-field'
import { PointField } from './point-field'
import s from './form-field.module.scss'

interface Props {
  field: Field
  value: FieldValue
  optional: boolean
  error?: string
  /** Of fields that choose from a long list. */
  options: readonly SheetOption[]
  /** Names of the ticket's own photos. */
  photos: readonly string[]
  onChange(value: FieldValue): void
  /** Opens the long list or the calendar, which lie above the form. */
  onPick(): void
}

/** One question of a command's form, by its type. */
export function FormField({ field, value, optional, error, options, photos, onChange, onPick }: Props) {
  const { label, hint } = field
  switch (field.type) {
    case 'text':
      return <Words field={field} value={value} optional={optional} error={error} onChange={onChange} />
    case 'photos':
      return <PhotosField {...{ label, hint, error, value, onChange }} max={field.max} />
    case 'parts':
      return <PartsField {...{ field, error, onChange }} value={value as readonly Part[]} photos={photos} />
    case 'point':
      return <PointField {...{ label, hint, error, value, onChange }} />
    case 'choice':
    case 'many':
    case 'flag':
      return (
        <FieldFrame label={label} hint={hint} optional={optional} error={error}>
          <Few field={field} value={value} onChange={onChange} />
        </FieldFrame>
      )
    default: {
      const words = chosenWords(field, value, options)
      return (
        <FieldFrame
          label={label}
          hint={hint}
          optional={optional}
          error={error}
          aside={
            optional && words && field.type !== 'units' ? (
              <Button small kind="quiet" label={`清除${label}`} onClick={() => onChange(undefined)}>
                清除
              </Button>
            ) : undefined
          }
        >
          {field.type === 'day' ? (
            <DayPicker value={value as string | undefined} from={dayOf(Date.now())} onChange={onChange}>
              <Chosen
                {...{ label, words, error }}
                icon="calendar"
                onOpen={opensByItself ? undefined : onPick}
              />
            </DayPicker>
          ) : (
            <Chosen {...{ label, words, error }} icon="down" onOpen={onPick} />
          )}
        </FieldFrame>
      )
    }
  }
}

interface ChosenProps {
  label: string
  words: string
  error?: string
  icon: IconName
  /** Absent where something around it opens. */
  onOpen?(): void
}

/** What has been chosen elsewhere; a tap opens the choice. */
function Chosen({ label, words, error, icon, onOpen }: ChosenProps) {
  return (
    <View
      className={[s.picker, drawing(icon), error && s.wrong, !words && s.none].filter(Boolean).join(' ')}
      {...(onOpen ? { onClick: onOpen } : {})}
      {...a11y({ role: 'button', label: `${label}：${words || '未选'}` }, onOpen)}
    >
      {words || '请选择'}
    </View>
  )
}

type WordsProps = Pick<Props, 'value' | 'optional' | 'error' | 'onChange'> & {
  field: Extract<Field, { type: 'text' }>
}

/** The device holds what is typed: it is given only the text it starts with, or the cursor would jump. */
function Words({ field, value, optional, error, onChange }: WordsProps) {
  const [initial] = useState(value as string)
  const { label, hint, min, max, placeholder, lines } = field
  const common = { label, hint, error, optional, max, placeholder, initial, onInput: onChange }
  if (lines === 1) return <TextInput {...common} />
  return <TextArea {...common} min={min} short={lines < 5} />
}

function chosenWords({ type }: Field, value: FieldValue, options: readonly SheetOption[]): string {
  if (type === 'day') return value === undefined ? '' : dayWords(value as string, dayOf(Date.now()))
  if (type === 'ticket') {
    const ticket = value as ChosenTicket | undefined
    return ticket ? `${ticket.number} ${ticket.title}` : ''
  }
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [value as string | undefined]
  return chosen
    .filter((id): id is string => id !== undefined)
    .map((id) => options.find((option) => option.value === id)?.label ?? id)
    .join('、')
}

/** Longer answers stand one a line, short ones beside each other. */
const SHORT = 8

function Few({ field, value, onChange }: Pick<Props, 'field' | 'value' | 'onChange'>) {
  if (field.type === 'flag') {
    const options = [
      { value: 'yes', label: field.yes },
      { value: 'no', label: field.no },
    ]
    const chosen = value === undefined ? undefined : value ? 'yes' : 'no'
    return (
      <Choice
        label={field.label}
        pairs
        options={options}
        value={chosen}
        onChange={(answer) => onChange(answer === 'yes')}
      />
    )
  }
  if (field.type !== 'choice' && field.type !== 'many') return null
  const options = Object.entries(field.options).map(([key, label]) => ({ value: key, label }))
  if (field.type === 'many') {
    return (
      <Chips label={field.label} options={options} value={value as readonly string[]} onChange={onChange} />
    )
  }
  if (options.some(({ label }) => label.length > SHORT)) {
    return <Choice label={field.label} options={options} value={value as string} onChange={onChange} />
  }
  return (
    <Chips
      label={field.label}
      single
      options={options}
      value={value === undefined ? [] : [value as string]}
      onChange={([chosen]) => onChange(chosen)}
    />
  )
}
