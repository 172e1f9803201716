import { useState } from 'react'
import Taro from '@tarojs/taro'
import { INVALID_CONTACTS, type InvalidContact } from '@core/people/words'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { Page } from '@/components/page'
import type { Me } from '@/features/workbench'
import { IntakeFields } from './intake-fields'
import { useIntake, type IntakeForm } from './use-intake'

const TITLE = '登记来电来访'
const REASONS = Object.entries(INVALID_CONTACTS).map(([value, label]) => ({ value, label }))

/** One fast form for whatever does not come through the mini-program; the next call is begun where the last ended. */
export function IntakePage({ me }: { me: Me }) {
  if (me.role !== 'operator') {
    return (
      <Page title={TITLE}>
        <Empty icon="building" title="由中心办理员登记" words="您的事项在工作台里看。" />
      </Page>
    )
  }
  return <Desk />
}

function Desk() {
  const form = useIntake()
  const [invalid, setInvalid] = useState(false)
  return (
    <Page title={TITLE} bar={<Bar form={form} onInvalid={() => setInvalid(true)} />}>
      <Told form={form} />
      <IntakeFields key={form.version} form={form} />
      <Island>
        {invalid && (
          <OptionSheet
            title="不登记，只记下是哪种情形"
            options={REASONS}
            value={[]}
            onChange={([reason]) => form.log(reason as InvalidContact)}
            onClose={() => setInvalid(false)}
          />
        )}
      </Island>
    </Page>
  )
}

/** What became of the last one. */
function Told({ form: { made, logged } }: { form: IntakeForm }) {
  if (logged) {
    return (
      <NoticeBar icon="done" tone="ok">
        {logged}
      </NoticeBar>
    )
  }
  if (!made) return null
  const open = () => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${made.ticketId}` })
  return (
    <NoticeBar icon="done" tone="ok">
      {`已登记，编号 ${made.number}。${made.advice ?? ''}`}
      <Button kind="quiet" small label={`打开 ${made.number}`} onClick={open}>
        打开
      </Button>
    </NoticeBar>
  )
}

function Bar({ form, onInvalid }: { form: IntakeForm; onInvalid(): void }) {
  const { busy, failure, photos } = form
  return (
    <>
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <Button icon="pencil" busy={busy} disabled={photos.sending} onClick={form.send}>
        {photos.sending ? '照片上传中，请稍等' : '登记'}
      </Button>
      <Button kind="quiet" disabled={busy} onClick={onInvalid}>
        无效来电来访
      </Button>
    </>
  )
}
