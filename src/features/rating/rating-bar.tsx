import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import type { RatingForm } from './use-rating'

/** Sends the rating; until it is complete the button says what is missing. */
export function RatingBar({ form }: { form: RatingForm }) {
  if (form.after) return <Button onClick={() => void Taro.navigateBack()}>好的</Button>
  const waiting = form.photos.sending ? '照片上传中，请稍等' : form.next
  return (
    <>
      {form.failure && (
        <NoticeBar tone="danger" icon="warning">
          {form.failure.message}
        </NoticeBar>
      )}
      <Button
        busy={form.busy}
        disabled={!form.ticket || waiting !== undefined}
        onClick={() => void form.send()}
      >
        {waiting ?? '提交评价'}
      </Button>
    </>
  )
}
