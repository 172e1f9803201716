import { Input } from '@tarojs/components'
import { Field } from '../field'
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
  return (
    <Field label={label} optional={optional} hint={hint} error={error}>
      <Input
        className={`${s.input} ${error ? s.wrong : ''}`}
        defaultValue={initial}
        placeholder={placeholder}
        placeholderClass={s.placeholder}
        maxlength={max}
        // The platform's `number` keyboard is the right one for phone numbers too.
        type={type === 'text' ? 'text' : 'number'}
        nativeProps={{
          'aria-label': label,
          inputMode: type === 'text' ? undefined : 'numeric',
          type: type === 'number' ? 'text' : type,
        }}
        aria-label={process.env.TARO_ENV === 'weapp' ? label : undefined}
        onInput={(event) => onInput(event.detail.value)}
        onConfirm={onConfirm && ((event) => onConfirm(event.detail.value))}
      />
    </Field>
  )
}
