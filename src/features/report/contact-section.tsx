import { useState } from 'react'
import { View } from '@tarojs/components'
import { NoticeBar } from '@/components/notice-bar'
import { SwitchRow } from '@/components/switch-row'
import { TextInput } from '@/components/text-input'
import { WechatPhone } from '@/features/people'
import { anchorOf } from './fields'
import type { Report } from './use-report'

/** How to reach the reporter, and whether they speak for an enterprise. */
export function ContactSection({ report }: { report: Report }) {
  const { draft, errorAt, type, choose } = report
  const [verified, setVerified] = useState<string>()
  return (
    <>
      <View id={anchorOf('contact')}>
        <TextInput
          label="怎么称呼您"
          optional
          initial={draft.contactName}
          placeholder="如：张先生"
          max={20}
          error={errorAt('contact.name')}
          onInput={(contactName) => type({ contactName })}
        />
        <TextInput
          label="联系电话"
          optional
          type="tel"
          initial={draft.contactPhone}
          placeholder="11 位手机号"
          max={11}
          hint="只用来联系您办这件事，别人看到的是 138****0000"
          error={errorAt('contact.phone')}
          onInput={(contactPhone) => type({ contactPhone })}
        />
        <WechatPhone onVerified={setVerified} />
        {verified && (
          <NoticeBar icon="done" tone="ok">
            已记下您的手机号 {verified}
          </NoticeBar>
        )}
      </View>
      <SwitchRow
        title="我代表企业反映"
        on={draft.enterprise}
        onChange={(enterprise) => choose({ enterprise })}
      />
      {draft.enterprise && (
        <View id={anchorOf('enterprise')}>
          <TextInput
            label="企业名称"
            initial={draft.enterpriseName}
            max={60}
            error={errorAt('enterprise.name')}
            onInput={(enterpriseName) => type({ enterpriseName })}
          />
          <TextInput
            label="您的职务"
            optional
            initial={draft.position}
            max={30}
            onInput={(position) => type({ position })}
          />
        </View>
      )}
    </>
  )
}
