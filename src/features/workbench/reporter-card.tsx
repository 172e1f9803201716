import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActionInput, ActionOutput } from '@core/contracts'
import type { TicketView } from '@core/contracts/ticket/views'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import s from './reporter-card.module.scss'

type Purpose = ActionInput<'ticket.unmask'>['purpose']

const PURPOSES: readonly { value: Purpose; label: string }[] = [
  { value: 'contact', label: '联系反映人核实情况' },
  { value: 'callback', label: '电话回访' },
  { value: 'intake', label: '受理登记' },
  { value: 'desk', label: '窗口接待' },
]

type Contact = Partial<ActionOutput<'ticket.unmask'>>

/** Who reported it, masked; name and phone for a stated purpose only, and every look is recorded (R-P4, R-X6). */
export function ReporterCard({ ticket }: { ticket: TicketView }) {
  const { reporter } = ticket
  // What was shown belongs to this ticket: the card is keyed by ticket, so that the next one starts masked.
  const [contact, setContact] = useState<Contact>()
  const [asking, setAsking] = useState(false)
  if (!reporter) return null
  const { name, phone, enterprise, position, others } = reporter
  const shown: Contact = contact ?? { name, phone }
  const call = shown.phone
  return (
    <Card>
      <View className={s.row}>
        <View className={s.words}>
          <View className={s.name}>{shown.name ?? '反映人未留姓名'}</View>
          <View className={s.phone}>{shown.phone ?? '未留电话'}</View>
          {shown.numbers && <View>{`原话中的号码：${shown.numbers.join('、')}`}</View>}
          {enterprise && <View>{[enterprise, position].filter(Boolean).join(' · ')}</View>}
          {others > 0 && <View className={s.note}>另有 {others} 人附议</View>}
        </View>
        {contact && call ? (
          <Button
            small
            kind="plain"
            icon="phone"
            onClick={() => void Taro.makePhoneCall({ phoneNumber: call })}
          >
            拨打
          </Button>
        ) : (
          !contact &&
          ticket.commands.includes('ticket.unmask') && (
            <Button small kind="plain" icon="lock" onClick={() => setAsking(true)}>
              查看联系方式
            </Button>
          )
        )}
      </View>
      {asking && (
        <UnmaskSheet
          ticket={ticket}
          onShown={(answer) => {
            setContact(answer)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}

interface UnmaskProps {
  ticket: TicketView
  onShown(contact: Contact): void
  onClose(): void
}

function UnmaskSheet({ ticket, onShown, onClose }: UnmaskProps) {
  const [purpose, setPurpose] = useState<Purpose>(ticket.status === 'awaitingRating' ? 'callback' : 'contact')
  const { send, busy, failure } = useCommand('ticket.unmask')
  const show = async () => {
    const contact = await send({ ticketId: ticket.id, purpose })
    if (contact) onShown(contact)
  }
  return (
    <Sheet
      title="查看联系方式"
      onClose={onClose}
      bar={
        <>
          {failure && (
            <NoticeBar icon="warning" tone="danger">
              {failure.message}
            </NoticeBar>
          )}
          <View className={s.note}>每次查看都会记录是谁、什么时候、为了什么。</View>
          <Button busy={busy} onClick={() => void show()}>
            查看
          </Button>
        </>
      }
    >
      <Field label="用途">
        <Choice<Purpose> label="用途" options={PURPOSES} value={purpose} onChange={setPurpose} />
      </Field>
    </Sheet>
  )
}
