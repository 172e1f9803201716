import { useRef, useState } from 'react'
import { Input, View } from '@tarojs/components'
import { a11y, fieldA11y } from '../a11y'
import { Button } from '../button'
import { drawing } from '../icon'
import { Sheet } from '../sheet'
import { ownText } from '../text-input/own-text'
import { matching, STEP, type SheetOption } from './matching'
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

/** A long list to choose from, a dozen at a time: townships, villages, units. */
export function OptionSheet({ title, options, value, max = 1, search, onChange, onClose }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(value)
  const [most, setMost] = useState(STEP)
  const first = useRef(value)
  const { shown, more } = matching(options, words, first.current, most)

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
          onInput={(event) => {
            setWords(event.detail.value)
            setMost(STEP)
          }}
        />
      )}
      {shown.map((option) => {
        const on = chosen.includes(option.value)
        const press = () => choose(option.value)
        return (
          <View
            key={option.value}
            className={on ? `${s.option} ${s.on} ${drawing('check')}` : s.option}
            onClick={press}
            {...a11y({ role: max === 1 ? 'radio' : 'checkbox', checked: on }, press)}
          >
            {option.label}
            {option.note && <View className={s.note}>{option.note}</View>}
          </View>
        )
      })}
      {shown.length === 0 && <View className={s.more}>没有找到，换个说法试试</View>}
      {more > 0 && (
        <Button kind="quiet" onClick={() => setMost(most + STEP)}>
          {`还有 ${more} 个，再看一些`}
        </Button>
      )}
    </Sheet>
  )
}
