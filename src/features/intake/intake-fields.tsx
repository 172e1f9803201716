import { useState } from 'react'
import { View } from '@tarojs/components'
import { KINDS, type Kind } from '@core/ticket/words'
import { Card } from '@/components/card'
import { Chips } from '@/components/chips'
import { DaySheet, dayWords } from '@/components/day-sheet'
import { Field } from '@/components/field'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { PhotoPicker } from '@/components/photo-picker'
import { SwitchRow } from '@/components/switch-row'
import { TextArea } from '@/components/text-area'
import { TextInput } from '@/components/text-input'
import { AccusedSection, PlaceSection } from '@/features/report'
import { dayOf } from '@/features/workbench'
import { Earlier } from './earlier'
import { CHANNEL_OPTIONS, INTAKE_WORDS_MIN } from './intake'
import { FORM_KEYS_HELP } from '@/components/form-keys'
import { FIRST_FIELD, FORM, type IntakeForm } from './use-intake'

const KIND_OPTIONS = (Object.keys(KINDS) as Kind[]).map((kind) => ({ value: kind, label: KINDS[kind] }))

/** The questions in the order in which a call answers them. */
export function IntakeFields({ form }: { form: IntakeForm }) {
  const { draft, photos, phone, errorAt, type, choose } = form
  const tipOff = draft.kind === 'report'
  return (
    <View id={FORM} data-state="filled">
      <Card>
        <View id={FIRST_FIELD}>
          <TextInput
            label="对方电话"
            optional
            type="tel"
            initial={draft.contactPhone}
            placeholder="手机号，或带区号的固定电话"
            max={20}
            hint={FORM_KEYS_HELP}
            error={errorAt('caller.phone')}
            onInput={(contactPhone) => type({ contactPhone })}
          />
        </View>
        {phone && <Earlier phone={phone} />}
        <TextInput
          label="怎么称呼"
          optional
          initial={draft.contactName}
          placeholder="如：张先生；不愿说的可以不填"
          max={20}
          error={errorAt('caller.name')}
          onInput={(contactName) => type({ contactName })}
        />
        <TextArea
          label="反映的原话"
          initial={draft.words}
          placeholder="什么时候、在哪里、什么事、希望怎么解决"
          min={INTAKE_WORDS_MIN}
          max={2000}
          error={errorAt('words')}
          onInput={(words) => type({ words })}
        />
      </Card>
      <Card>
        <PlaceSection report={form} />
      </Card>
      <Card>
        <Island>
          <Field label="从哪里来" error={errorAt('channel')}>
            <Chips
              label="从哪里来"
              single
              options={CHANNEL_OPTIONS}
              value={[draft.channel]}
              onChange={([channel]) => channel && choose({ channel })}
            />
          </Field>
          {draft.channel === 'superior' && <Superior form={form} />}
          <Field label="是哪一类" optional>
            <Chips
              label="是哪一类"
              single
              options={KIND_OPTIONS}
              value={draft.kind === undefined ? [] : [draft.kind]}
              onChange={([kind]) => choose({ kind })}
            />
          </Field>
          <AccusedSection report={form} />
        </Island>
      </Card>
      <Card>
        <SwitchRow
          title="保密"
          note={tipOff ? '举报一律保密' : '承办单位看不到原话和反映人，都由中心转达'}
          on={tipOff || draft.confidential}
          onChange={(confidential) => choose({ confidential: tipOff || confidential })}
        />
        <PhotoPicker {...photos.picker} label="照片或来信扫描件" />
      </Card>
    </View>
  )
}

/** What a matter from above brings along. */
function Superior({ form: { draft, errorAt, type, choose } }: { form: IntakeForm }) {
  const [asking, setAsking] = useState(false)
  const today = dayOf(Date.now())
  return (
    <>
      <TextInput
        label="上级编号"
        initial={draft.superiorNumber}
        max={60}
        error={errorAt('superior.number')}
        onInput={(superiorNumber) => type({ superiorNumber })}
      />
      <Field
        label="上级要求的期限"
        hint="到当天 18:00；和本县时限相比，以早的为准。要先呈领导阅批。"
        error={errorAt('superior.deadline')}
      >
        <ListItem
          icon="calendar"
          title={draft.superiorDay ? dayWords(draft.superiorDay, today) : '选择日期'}
          onClick={() => setAsking(true)}
        />
      </Field>
      {asking && (
        <DaySheet
          title="上级要求的期限"
          value={draft.superiorDay}
          from={today}
          onChange={(superiorDay) => choose({ superiorDay })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
