import { useRef, useState } from 'react'
import { Refusal, useCommand, type Failure } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { TextInput } from '@/components/text-input'
import { useMe, WechatPhone } from '@/features/people'
import { openTicket } from './my-tickets'

/**
 * R-T11: what somebody reported by phone or at the desk, taken over by its number and the same verified phone. In the
 * page itself: a sheet would lie under the tab bar.
 */
export function ClaimTicket() {
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <ListItem
        icon="phone"
        title="查找我打电话反映的事"
        note="凭编号和您的手机号，以后在这里看进展"
        onClick={() => setOpen(!open)}
      />
      {open && <ClaimForm />}
    </Card>
  )
}

function ClaimForm() {
  const me = useMe()
  const claim = useCommand('ticket.claim')
  const number = useRef('')
  const phone = me.data?.phone
  const send = async () => {
    const answer = await claim.send({ number: number.current })
    if (answer) openTicket(answer.ticket.id)
  }
  if (me.data && phone === undefined) {
    return (
      <NoticeBar icon="phone" tone="act">
        先用微信验证打电话时用的手机号
        <WechatPhone onVerified={() => void me.reload()} />
      </NoticeBar>
    )
  }
  const wrong = claim.failure && (claim.fields.number ?? wordsOf(claim.failure))
  return (
    <>
      <TextInput
        label="编号"
        placeholder="如 LX20261122-0007"
        max={24}
        hint={phone && `手机号 ${phone} 要和打电话时用的一样`}
        error={wrong}
        onInput={(typed) => {
          number.current = typed
        }}
        onConfirm={() => void send()}
      />
      <Button kind="plain" icon="search" busy={claim.busy} onClick={() => void send()}>
        查找
      </Button>
    </>
  )
}

const wordsOf = (failure: Failure): string =>
  failure instanceof Refusal && failure.code === 'NOT_FOUND'
    ? '没有找到：请核对编号，手机号要和打电话时用的一样。举报件请打服务热线查询'
    : failure.message
