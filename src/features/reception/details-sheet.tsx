import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { useCommand, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { PhotoPicker } from '@/components/photo-picker'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { usePhotos, type StoredPhoto } from '@/features/photos'
import type { BookingView } from '@core/contracts/reception/views'
import s from './book-sheet.module.scss'

const PEOPLE = ['1', '2', '3', '4', '5'].map((n) => ({ value: n, label: `${n} 人` }))
/** More of one's matters than anybody looks through here. */
const MOST_MATTERS = 6

interface Props {
  booking: BookingView
  onSaved(booking: BookingView): void
  onClose(): void
}

/** R-A3: what is added after booking, so that the leader knows before: words, photos, how many come, the own matter. */
export function DetailsSheet({ booking, onSaved, onClose }: Props) {
  const { send, busy, failure, fields } = useCommand('reception.details')
  const matters = useQuery('ticket.mine', { tab: 'open' })
  const words = useRef(booking.words ?? '')
  const [people, setPeople] = useState(String(booking.people))
  const [ticketId, setTicketId] = useState(booking.ticket?.id ?? '')
  // Those of the booking are shown by their links; only new ones have a reference to send.
  const photos = usePhotos({
    initial: booking.photos.map(({ photo, url }): StoredPhoto => ({ key: photo, photo, url })),
  })
  const before = new Set(booking.photos.map(({ photo }) => photo))
  const options = (matters.data?.items ?? [])
    .slice(0, MOST_MATTERS)
    .map(({ id, title, number }) => ({ value: id, label: title, note: number }))

  const save = async () => {
    const kept = photos.photos.filter((photo) => before.has(photo))
    const answer = await send({
      bookingId: booking.id,
      words: words.current.trim(),
      people: Number(people),
      photos: photos.photos.filter((photo) => !before.has(photo)),
      without: [...before].filter((photo) => !kept.includes(photo)),
      ...(ticketId === (booking.ticket?.id ?? '') ? {} : { ticketId }),
    })
    if (answer) onSaved(answer.booking)
  }
  return (
    <Sheet
      title="补充情况"
      onClose={onClose}
      bar={
        <Button busy={busy} disabled={photos.sending} onClick={() => void save()}>
          {photos.sending ? '照片正在上传' : '保存'}
        </Button>
      }
    >
      <TextArea
        label="情况说明"
        optional
        short
        initial={booking.words}
        max={1000}
        placeholder="先说一说，接待您的人会提前了解"
        error={fields.words}
        onInput={(value) => {
          words.current = value
        }}
      />
      <PhotoPicker {...photos.picker} />
      <Field label="一共几个人来">
        <Chips
          label="一共几个人来"
          single
          options={PEOPLE}
          value={[people]}
          onChange={([chosen]) => setPeople(chosen ?? '1')}
        />
      </Field>
      {options.length > 0 && (
        <Field label="是不是已经反映过的事" optional>
          <Choice
            label="是不是已经反映过的事"
            options={[{ value: '', label: '不是，是新的事' }, ...options]}
            value={ticketId}
            onChange={setTicketId}
          />
        </Field>
      )}
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <View className={s.note}>这些只给接待您的人和中心看</View>
    </Sheet>
  )
}
