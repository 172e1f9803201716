import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { NoticeBar } from '@/components/notice-bar'
import { SwitchRow } from '@/components/switch-row'
import { TextInput } from '@/components/text-input'
import { useMe } from '@/features/people'
import { anchorOf } from './fields'
import type { Report } from './use-report'

/** A village agent says for whom, and that this person agreed (section 1). Nobody else is asked. */
export function BehalfSection({ report }: { report: Report }) {
  const { data: me } = useMe()
  const { draft, errorAt, type, choose } = report
  // A draft that says so stays as it is while we do not know who is asking.
  if (me ? me.role !== 'agent' : !draft.onBehalf) return null
  return (
    <Card>
      <View id={anchorOf('onBehalfOf')}>
        <SwitchRow
          title="替村民反映"
          note="您能看到办理过程，可以补充、催办；评价和撤回由本人来做"
          on={draft.onBehalf}
          onChange={(onBehalf) => choose({ onBehalf })}
        />
        {draft.onBehalf && (
          <>
            <TextInput
              label="本人姓名"
              initial={draft.behalfName}
              max={20}
              error={errorAt('onBehalfOf.name')}
              onInput={(behalfName) => type({ behalfName })}
            />
            <TextInput
              label="本人手机号"
              type="tel"
              initial={draft.behalfPhone}
              placeholder="11 位手机号"
              max={11}
              hint="以后本人可以凭这个号码和编号自己来查看"
              error={errorAt('onBehalfOf.phone')}
              onInput={(behalfPhone) => type({ behalfPhone })}
            />
            <SwitchRow
              title="本人已经同意由我代为反映"
              note="同意会记在这件事里"
              on={draft.consent}
              onChange={(consent) => choose({ consent })}
            />
            {errorAt('onBehalfOf.consent') && (
              <NoticeBar tone="danger" icon="warning">
                {errorAt('onBehalfOf.consent')}
              </NoticeBar>
            )}
          </>
        )}
      </View>
    </Card>
  )
}
