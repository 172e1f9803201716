import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { a11y, fieldA11y } from '../a11y'
import { Button } from '../button'
import { Icon } from '../icon'
import { Sheet } from '../sheet'
import { ownText } from '../text-input/own-text'
import { matching, type SheetOption } from './matching'
import s from './index.module.scss'

export type { SheetOption } from './matching'

interface Props {
  title: string
  options: readonly SheetOption[]
  /** Chosen values; with `max` 1 a tap chooses and closes. */
  value: readonly string[]
  max?: number
  /** Shows a search line above long lists. */
  search?: string
  onChange(value: string[]): void
  onClose(): void
}

/** A long list to choose from: townships, villages, units. */
export function OptionSheet({ title, options, value, max = 1, search, onChange, onClose }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(value)
  const { shown, more } = matching(options, words)

  const choose = (option: string) => {
    if (max === 1) {
      onChange([option])
      onClose()
      return
    }
    setChosen((before) => {
      if (before.includes(option)) return before.filter((other) => other !== option)
      return before.length < max ? [...before, option] : before
    })
  }
  const finish = () => {
    onChange([...chosen])
    onClose()
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      bar={max > 1 && <Button onClick={finish}>{`选好了（${chosen.length} / ${max}）`}</Button>}
    >
      {search !== undefined && (
        <Input
          className={s.search}
          placeholder={search}
          defaultValue=""
          {...fieldA11y(search)}
          ref={ownText}
          onInput={(event) => setWords(event.detail.value)}
        />
      )}
      {shown.map((option) => {
        const on = chosen.includes(option.value)
        const press = () => choose(option.value)
        return (
          <View
            key={option.value}
            className={`${s.option} ${on ? s.on : ''}`}
            onClick={press}
            {...a11y({ role: max === 1 ? 'radio' : 'checkbox', checked: on, label: option.label }, press)}
          >
            <View className={s.label}>
              {option.label}
              {option.note && <View className={s.note}>{option.note}</View>}
            </View>
            {on && <Icon name="check" />}
          </View>
        )
      })}
      {shown.length === 0 && <View className={s.more}>没有找到，换个说法试试</View>}
      {more > 0 && <View className={s.more}>还有 {more} 个，写几个字来找</View>}
    </Sheet>
  )
}
