import { View } from '@tarojs/components'
import type { BookingView } from '@core/contracts/reception/views'
import { Card } from '@/components/card'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { FORM_KEYS_HELP } from '@/components/form-keys'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { TextArea } from '@/components/text-area'
import { TextInput } from '@/components/text-input'
import { choiceOf, Lost, offersOf, Schedule, useSchedule } from '@/features/reception'
import { dateWords, spanWords } from '@/features/time'
import { CallerBookings } from './caller-bookings'
import { FIRST_FIELD, FORM, type PhoneBooking } from './use-phone-booking'

const PEOPLE = ['1', '2', '3', '4', '5'].map((n) => ({ value: n, label: `${n} 人` }))

/** The questions in the order in which a call answers them. */
export function PhoneFields({ form, onMove }: { form: PhoneBooking; onMove(booking: BookingView): void }) {
  const { call, caller, errorAt, type, choose } = form
  return (
    <View id={FORM} data-state="filled">
      <Card>
        <View id={FIRST_FIELD}>
          <TextInput
            label="对方电话或预约号"
            type="tel"
            placeholder="手机号，或 6 位预约号"
            max={20}
            hint={FORM_KEYS_HELP}
            error={errorAt('onBehalfOf.phone')}
            onInput={(written) => type({ caller: written })}
          />
        </View>
      </Card>
      <Island>
        <CallerBookings caller={caller} onMove={onMove} />
      </Island>
      <Card>
        <TextInput
          label="姓名"
          max={20}
          error={errorAt('onBehalfOf.name')}
          onInput={(name) => type({ name })}
        />
        <Island>
          <Field label="一共几个人来">
            <Chips
              label="一共几个人来"
              single
              options={PEOPLE}
              value={[call.people]}
              onChange={([people]) => choose({ people: people ?? '1' })}
            />
          </Field>
        </Island>
      </Card>
      <Island>
        <Slot form={form} />
      </Island>
      <Card>
        <Island>
          <Topic form={form} />
        </Island>
        <TextArea
          label="情况说明"
          optional
          short
          max={1000}
          error={errorAt('words')}
          onInput={(words) => type({ words })}
        />
      </Card>
    </View>
  )
}

/** Which day and slot: the days as everybody sees them; once chosen, one line. */
function Slot({ form: { choice, lost, errorAt, pick, where } }: { form: PhoneBooking }) {
  const schedule = useSchedule(where)
  const again = () => {
    pick(undefined)
    void schedule.reload()
  }
  if (choice) {
    return (
      <Card tone="main">
        {lost && (
          <Lost
            message={lost.message}
            offers={offersOf(lost.data)}
            onOffer={(offer) => pick({ ...choice, ...offer, full: false })}
          />
        )}
        <ListItem
          icon="calendar"
          title={`${dateWords(choice.date)} ${spanWords(choice.from, choice.to)} ${choice.leaderName}`}
          note={choice.full ? '约满了，只能排队等；点这里换一个' : '点这里换一个时段'}
          onClick={again}
        />
      </Card>
    )
  }
  return (
    <Field label="哪天、哪个时段" error={errorAt('slotId')}>
      <Schedule schedule={schedule} onChoose={(day, slot) => pick(choiceOf(day, slot))} />
    </Field>
  )
}

function Topic({ form: { call, choice, errorAt, type, choose } }: { form: PhoneBooking }) {
  const topics = [...new Set(choice?.topics ?? [])]
  return (
    <>
      {topics.length > 0 && (
        <Field label="想谈什么" error={errorAt('topic')}>
          <Chips
            label="想谈什么"
            single
            options={topics.map((topic) => ({ value: topic, label: topic }))}
            value={call.topic === undefined ? [] : [call.topic]}
            onChange={([topic]) => choose({ topic })}
          />
        </Field>
      )}
      <TextInput
        label={topics.length > 0 ? '或者自己写' : '想谈什么'}
        optional={topics.length > 0}
        max={40}
        placeholder="几个字就可以，如：农田灌溉"
        error={topics.length > 0 ? undefined : errorAt('topic')}
        onInput={(ownTopic) => type({ ownTopic })}
      />
    </>
  )
}
