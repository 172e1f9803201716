import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/page'
import { RatingBar, RatingForm, useRating } from '@/features/rating'

/** 评价: was it solved, and four choices for the result and for the attitude. */
export default function Rate() {
  const { id = '' } = useRouter().params
  const form = useRating(id)
  return (
    <Page title="评价" bar={<RatingBar form={form} />}>
      <RatingForm form={form} />
    </Page>
  )
}
