import { useCallback, useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import { phoneIn } from '@core/people/phone'
import type { InvalidContact } from '@core/people/words'
import { type Failure, useCommand } from '@/cloud'
import { usePhotos, type Photos } from '@/features/photos'
import { emptyIntake, missing, toInput, type Intake } from './intake'
import { listenInForm, startIn } from '@/components/form-keys'

/** Where the keyboard finds the form, and the field in which a call begins. */
export const FORM = 'intake-form'
export const FIRST_FIELD = 'intake-phone'

export interface IntakeForm {
  draft: Intake
  /** Changes when all fields must be drawn anew. */
  version: number
  photos: Photos
  /** The caller's number, once it is whole. */
  phone?: string
  busy: boolean
  failure?: Failure
  /** The ticket made last, told while the next is written. */
  made?: ActionOutput<'ticket.intake'>
  /** What was noted last instead of a ticket. */
  logged?: string
  errorAt(path: string): string | undefined
  /** A text that is being typed: kept, not drawn. */
  type(change: Partial<Intake>): void
  /** A choice: kept and drawn. */
  choose(change: Partial<Intake>): void
  send(): void
  log(reason: InvalidContact): void
}

/** One matter being written down while it is spoken, and the next after it (R-T5). */
export function useIntake(): IntakeForm {
  const [draft, setDraft] = useState(emptyIntake)
  const latest = useRef(draft)
  const [version, setVersion] = useState(0)
  const [phone, setPhone] = useState<string>()
  const [own, setOwn] = useState<Record<string, string>>({})
  const [done, setDone] = useState<Pick<IntakeForm, 'made' | 'logged'>>({})
  const intake = useCommand('ticket.intake')
  const contact = useCommand('people.logContact')

  const type = useCallback((change: Partial<Intake>) => {
    latest.current = { ...latest.current, ...change }
    if (change.contactPhone !== undefined) setPhone(phoneIn(change.contactPhone))
    setOwn((before) => (Object.keys(before).length === 0 ? before : {}))
  }, [])
  const choose = useCallback(
    (change: Partial<Intake>) => {
      type(change)
      setDraft(latest.current)
    },
    [type],
  )
  const photos = usePhotos({ onChange: (stored) => type({ photos: stored }) })

  const startAnew = () => {
    // Calls come one after the other by the same way.
    latest.current = { ...emptyIntake, channel: latest.current.channel }
    setDraft(latest.current)
    setPhone(undefined)
    photos.stored.forEach(({ key }) => photos.picker.onRemove(key))
    setVersion((before) => before + 1)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const send = async () => {
    const wrong = missing(latest.current)
    setOwn(wrong)
    if (Object.keys(wrong).length > 0 || photos.sending) return
    contact.clear()
    const made = await intake.send(toInput(latest.current))
    if (!made) return
    setDone({ made })
    startAnew()
  }
  const log = async (reason: InvalidContact) => {
    const { channel, contactPhone, words } = latest.current
    const called = phoneIn(contactPhone)
    intake.clear()
    const answer = await contact.send({
      channel,
      reason,
      ...(called === undefined ? {} : { phone: called }),
      ...(words.trim() === '' ? {} : { note: words.trim().slice(0, 300) }),
    })
    if (!answer) return
    setDone({ logged: `已记下，今天第 ${answer.today} 个无效来电来访` })
    startAnew()
  }

  const latestSend = useRef(send)
  latestSend.current = send
  useEffect(() => listenInForm(FORM, () => void latestSend.current()), [])
  useEffect(() => startIn(FIRST_FIELD), [version])

  const wrong = { ...intake.fields, ...own }
  return {
    draft,
    version,
    photos,
    phone,
    busy: intake.busy || contact.busy,
    failure: intake.failure ?? contact.failure,
    ...done,
    errorAt: (path) =>
      Object.entries(wrong).find(([field]) => field === path || field.startsWith(`${path}.`))?.[1],
    type,
    choose,
    send: () => void send(),
    log: (reason) => void log(reason),
  }
}
