import { useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import { fieldA11y } from '../a11y'
import { Field } from '../field'
import { ownText } from '../text-input/own-text'
import s from './index.module.scss'

interface Props {
  label: string
  /** The text it starts with; afterwards the device holds what is typed, so that typing redraws only the counter. */
  initial?: string
  placeholder?: string
  min?: number
  max: number
  optional?: boolean
  hint?: string
  error?: string
  /** Fewer lines for a short answer. */
  short?: boolean
  onInput(value: string): void
}

/** Several lines of text with a counter. To put another text in from outside, give it a new `key`. */
export function TextArea(props: Props) {
  const { label, initial = '', placeholder, min = 0, max, optional, hint, error, short, onInput } = props
  const [start] = useState(initial)
  const [length, setLength] = useState(initial.trim().length)
  const missing = min - length
  return (
    <Field label={label} optional={optional} hint={hint} error={error}>
      <View className={`${s.box} ${error ? s.wrong : ''}`}>
        <Textarea
          className={`${s.area} ${short ? s.short : ''}`}
          defaultValue={start}
          placeholder={placeholder}
          placeholderClass={s.placeholder}
          maxlength={max}
          disableDefaultPadding
          showConfirmBar={false}
          cursorSpacing={120}
          {...fieldA11y(label)}
          ref={ownText}
          onInput={(event) => {
            setLength(event.detail.value.trim().length)
            onInput(event.detail.value)
          }}
        />
        <View className={s.counter}>
          {length > 0 && missing > 0 ? `再写 ${missing} 个字就可以` : `${length} / ${max}`}
        </View>
      </View>
    </Field>
  )
}
