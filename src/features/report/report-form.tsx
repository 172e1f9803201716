import { View } from '@tarojs/components'
import { Refusal, type Failure } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chips } from '@/components/chips'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { PhotoPicker } from '@/components/photo-picker'
import { SwitchRow } from '@/components/switch-row'
import { TextArea } from '@/components/text-area'
import { WORDS_MAX, WORDS_MIN } from '@/features/draft'
import { KINDS, type Kind } from '@core/ticket/words'
import { AccusedSection } from './accused-section'
import { BehalfSection } from './behalf-section'
import { ContactSection } from './contact-section'
import { NearbyMatters } from './nearby-matters'
import { PlaceSection } from './place-section'
import { anchorOf } from './fields'
import type { Report } from './use-report'

const KIND_OPTIONS = (Object.keys(KINDS) as Kind[]).map((kind) => ({ value: kind, label: KINDS[kind] }))

/** The form, words first (R-T1). Only the words are required. */
export function ReportForm({ report }: { report: Report }) {
  if (report.waiting) return <Waiting failure={report.failure} />
  const { draft, version, photos, errorAt, type, choose } = report
  const tipOff = draft.kind === 'report'
  return (
    <View key={version} data-state="filled">
      <NoticeBar icon="phone" tone="act">
        有生命危险，请先打 110、119 或 120
      </NoticeBar>
      {report.restored && <Restored onClear={report.clear} />}
      <BehalfSection report={report} />
      <Card>
        <View id={anchorOf('words')}>
          <TextArea
            label="发生了什么事"
            initial={draft.words}
            placeholder="什么时候、在哪里、什么事、希望怎么解决。不用知道归哪个单位管"
            min={WORDS_MIN}
            max={WORDS_MAX}
            error={errorAt('words')}
            onInput={(words) => type({ words })}
          />
        </View>
        <View id={anchorOf('photos')}>
          <PhotoPicker {...photos.picker} />
        </View>
      </Card>
      <Card>
        <PlaceSection report={report} />
      </Card>
      <Island>
        <NearbyMatters question={report.nearby} />
      </Island>
      <Card>
        <Island>
          <Field label="是哪一类" optional hint="说不准可以不选，我们来判断">
            <Chips
              label="是哪一类"
              single
              options={KIND_OPTIONS}
              value={draft.kind === undefined ? [] : [draft.kind]}
              onChange={([kind]) => choose({ kind })}
            />
          </Field>
          <AccusedSection report={report} />
        </Island>
      </Card>
      {!draft.onBehalf && (
        <Card>
          <ContactSection report={report} />
        </Card>
      )}
      <Card>
        <SwitchRow
          title="保密"
          note={
            tipOff
              ? '举报一律保密：不会告诉被举报的单位和人'
              : '承办单位看不到您是谁，也看不到原话和照片，都由中心转达'
          }
          on={tipOff || draft.confidential}
          onChange={(confidential) => choose({ confidential: tipOff || confidential })}
        />
      </Card>
    </View>
  )
}

function Restored({ onClear }: { onClear(): void }) {
  return (
    <NoticeBar icon="pencil" tone="main">
      <View>上次没写完的内容还在</View>
      <Button kind="quiet" small onClick={onClear}>
        不要了，重新写
      </Button>
    </NoticeBar>
  )
}

function Waiting({ failure }: { failure?: Failure }) {
  const broken = failure instanceof Refusal
  return (
    <Empty
      icon={broken ? 'warning' : 'offline'}
      title="已经替您存好，还没有送到"
      words={broken ? failure.message : '网络恢复后会自动发送，只会发一次。您可以放心离开这一页'}
    />
  )
}
