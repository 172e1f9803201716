import { useState } from 'react'
import { Input } from '@tarojs/components'
import { fieldA11y } from '../a11y'
import { Field } from '../field'
import { ownText } from './own-text'
import s from './index.module.scss'

interface Props {
  label: string
  /** The text it starts with; afterwards the device holds what is typed, so that typing redraws nothing. */
  initial?: string
  placeholder?: string
  max: number
  type?: 'text' | 'number' | 'tel'
  optional?: boolean
  hint?: string
  error?: string
  onInput(value: string): void
  /** Enter on the keyboard. */
  onConfirm?(value: string): void
}

/** One line of text. To put another text in from outside, give it a new `key`. */
export function TextInput(props: Props) {
  const {
    label,
    initial = '',
    placeholder,
    max,
    type = 'text',
    optional,
    hint,
    error,
    onInput,
    onConfirm,
  } = props
  const [start] = useState(initial)
  return (
    <Field label={label} optional={optional} hint={hint} error={error}>
      <Input
        className={`${s.input} ${error ? s.wrong : ''}`}
        defaultValue={start}
        placeholder={placeholder}
        placeholderClass={s.placeholder}
        maxlength={max}
        // The platform's `number` keyboard is the right one for phone numbers too.
        type={type === 'text' ? 'text' : 'number'}
        {...fieldA11y(label, {
          inputMode: type === 'text' ? undefined : 'numeric',
          type: type === 'number' ? 'text' : type,
        })}
        ref={ownText}
        onInput={(event) => onInput(event.detail.value)}
        onConfirm={onConfirm && ((event) => onConfirm(event.detail.value))}
      />
    </Field>
  )
}
