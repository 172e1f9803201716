import { View } from '@tarojs/components'
import { Button } from '../button'
import { NoticeBar } from '../notice-bar'
import s from './index.module.scss'

/** What `usePages` knows about the end of a list. */
interface Pages {
  loading: false | 'first' | 'more'
  failure?: { message: string }
  hasMore: boolean
  /** The page holds as many rows as it should; going on replaces them. */
  full: boolean
  moved: boolean
  more(): Promise<void>
  reload(): Promise<void>
}

/** The foot of a long list: more, the end, or why there is no more. */
export function PageEnd({ pages }: { pages: Pages }) {
  const { loading, failure, hasMore, full, moved } = pages
  return (
    <View className={s.end}>
      {failure && <NoticeBar tone="danger">{failure.message}</NoticeBar>}
      {hasMore && (
        <Button kind="plain" busy={loading !== false} onClick={() => void pages.more()}>
          {full ? '看更早的' : '再看一些'}
        </Button>
      )}
      {moved && (
        <Button kind="quiet" onClick={() => void pages.reload()}>
          回到最新
        </Button>
      )}
      {!hasMore && !failure && <View className={s.words}>没有更多了</View>}
    </View>
  )
}
