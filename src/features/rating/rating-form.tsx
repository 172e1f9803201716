import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chips } from '@/components/chips'
import { Choice } from '@/components/choice'
import { ErrorState } from '@/components/error-state'
import { PhotoPicker } from '@/components/photo-picker'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { TextArea } from '@/components/text-area'
import { REASON_OPTIONS, SATISFACTION_OPTIONS, SOLVED_OPTIONS } from './options'
import s from './rating-form.module.scss'
import { Thanks } from './thanks'
import type { RatingForm as Form } from './use-rating'

/** Solved or not, four choices for the result and for the attitude, and why where it is 不满意 (R-C2). */
export function RatingForm({ form }: { form: Form }) {
  if (form.after) return <Thanks ticket={form.after} />
  if (!form.ticket) {
    return form.missing ? (
      <ErrorState message={form.missing.message} onRetry={form.reload} />
    ) : (
      <Skeleton cards={3} lines={4} />
    )
  }
  const { rating, choose } = form
  return (
    <View data-state="filled">
      <Card>
        <View className={s.title}>{form.ticket.title}</View>
        <View className={s.note}>承办单位在本轮结束前看不到是谁、选了什么</View>
      </Card>
      <Card>
        <SectionTitle>问题解决了吗</SectionTitle>
        <Choice
          label="问题解决了吗"
          options={SOLVED_OPTIONS}
          value={rating.solved}
          onChange={(solved) => choose({ solved })}
        />
      </Card>
      <Card>
        <SectionTitle>对办理结果</SectionTitle>
        <Choice
          label="对办理结果"
          pairs
          options={SATISFACTION_OPTIONS}
          value={rating.result}
          onChange={(result) => choose({ result })}
        />
      </Card>
      <Card>
        <SectionTitle>对服务态度</SectionTitle>
        <Choice
          label="对服务态度"
          pairs
          options={SATISFACTION_OPTIONS}
          value={rating.attitude}
          onChange={(attitude) => choose({ attitude })}
        />
      </Card>
      {form.dissatisfied && (
        <Card tone="act">
          <SectionTitle>哪里不满意</SectionTitle>
          <Chips
            label="哪里不满意"
            options={REASON_OPTIONS}
            value={rating.reasons}
            onChange={(reasons) => choose({ reasons })}
          />
          <TextArea
            label="说一说"
            optional
            short
            max={500}
            placeholder="现在是什么情况，希望怎么办"
            onInput={form.typeWords}
          />
          <PhotoPicker {...form.photos.picker} />
        </Card>
      )}
    </View>
  )
}
