import { View } from '@tarojs/components'
import { TextInput } from '@/components/text-input'

/** Where the keyboard finds the search line. */
export const SEARCH = 'search-line'
/** Fewer letters find everything or nothing. */
const LEAST = 2

interface Props {
  /** Nothing typed: back to where one was. */
  onSearch(words: string | undefined): void
}

/** One line for a number, a telephone number or words; Enter searches, an empty line ends it. */
export function SearchLine({ onSearch }: Props) {
  return (
    <View id={SEARCH}>
      <TextInput
        label="查找"
        placeholder="编号、电话或几个词，按回车"
        max={40}
        onInput={(typed) => {
          if (typed.trim() === '') onSearch(undefined)
        }}
        onConfirm={(typed) => {
          const words = typed.trim()
          onSearch(words.length < LEAST ? undefined : words)
        }}
      />
    </View>
  )
}
