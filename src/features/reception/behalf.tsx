import { NoticeBar } from '@/components/notice-bar'
import { SwitchRow } from '@/components/switch-row'
import { TextInput } from '@/components/text-input'

/** For whom a village agent books, as it is being written down (R-T11). */
export interface Behalf {
  on: boolean
  name: string
  phone: string
  consent: boolean
}

export const nobodyElse: Behalf = { on: false, name: '', phone: '', consent: false }

/** As the cloud wants it: absent for oneself. */
export const toBehalf = ({ on, name, phone, consent }: Behalf) =>
  on ? { onBehalfOf: { name: name.trim(), phone: phone.replace(/[\s-]/g, ''), consent } } : {}

interface Props {
  behalf: Behalf
  errorAt(field: string): string | undefined
  /** What is typed is kept, what is chosen drawn anew. */
  type(change: Partial<Behalf>): void
  choose(change: Partial<Behalf>): void
}

/** A village agent says for whom, and that this person agreed. Nobody else is asked. */
export function BehalfFields({ behalf, errorAt, type, choose }: Props) {
  const { on, consent } = behalf
  return (
    <>
      <SwitchRow
        title="替村民预约"
        note="本人到场时报预约号；您可以改期、取消"
        on={on}
        onChange={(next) => choose({ on: next })}
      />
      {on && (
        <>
          <TextInput label="本人姓名" max={20} error={errorAt('name')} onInput={(name) => type({ name })} />
          <TextInput
            label="本人手机号"
            type="tel"
            placeholder="11 位手机号"
            max={20}
            error={errorAt('phone')}
            onInput={(phone) => type({ phone })}
          />
          <SwitchRow
            title="本人已经同意由我代为预约"
            on={consent}
            onChange={(next) => choose({ consent: next })}
          />
          {errorAt('consent') && (
            <NoticeBar tone="danger" icon="warning">
              {errorAt('consent')}
            </NoticeBar>
          )}
        </>
      )}
    </>
  )
}
