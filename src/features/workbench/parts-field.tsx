import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field as FieldFrame } from '@/components/field'
import { TextArea } from '@/components/text-area'
import type { Field, Part } from './form-model'

interface Props {
  field: Extract<Field, { type: 'parts' }>
  value: readonly Part[]
  /** Names of the ticket's photos, in the order in which the page shows them. */
  photos: readonly string[]
  error?: string
  onChange(value: readonly Part[]): void
}

/** Several matters, each with words of its own and those of the photos that belong to it (R-T10). */
export function PartsField({ field, value, photos, error, onChange }: Props) {
  const { label, hint, min, longest, least, max } = field
  const change = (at: number, part: Partial<Part>) =>
    onChange(value.map((before, index) => (index === at ? { ...before, ...part } : before)))
  const options = photos.map((photo, index) => ({ value: photo, label: `照片 ${index + 1}` }))
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {value.map((part, index) => (
        <View key={index}>
          <TextArea
            label={`第 ${index + 1} 件`}
            initial={part.words}
            min={min}
            max={longest}
            short
            onInput={(words) => change(index, { words })}
          />
          {options.length > 0 && (
            <Chips
              label={`第 ${index + 1} 件的照片`}
              options={options}
              value={part.photos}
              onChange={(chosen) => change(index, { photos: chosen })}
            />
          )}
        </View>
      ))}
      {value.length < max && (
        <Button
          kind="plain"
          small
          icon="plus"
          onClick={() => onChange([...value, { words: '', photos: [] }])}
        >
          再加一件
        </Button>
      )}
      {value.length > least && (
        <Button kind="quiet" small onClick={() => onChange(value.slice(0, -1))}>
          {`去掉第 ${value.length} 件`}
        </Button>
      )}
    </FieldFrame>
  )
}
