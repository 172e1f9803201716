import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import type { Paging } from './use-paging'
import s from './queue.module.scss'

/** The way to the next page and back; nothing where one page is all. */
export function Pager({ paging: { pageNumber, forward, backward } }: { paging: Paging }) {
  if (!forward && !backward) return null
  return (
    <View className={s.pager}>
      <Button small kind="plain" disabled={!backward} onClick={() => backward?.()}>
        上一页
      </Button>
      <View>{`第 ${pageNumber} 页`}</View>
      <Button small kind="plain" disabled={!forward} onClick={() => forward?.()}>
        下一页
      </Button>
    </View>
  )
}
