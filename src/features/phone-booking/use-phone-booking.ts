import { useCallback, useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { BookingView } from '@core/contracts/reception/views'
import { Refusal, useCommand, type Failure } from '@/cloud'
import { listenInForm, startIn } from '@/components/form-keys'
import type { Choice, Where } from '@/features/reception'
import { emptyCall, missingIn, toWish, type Call } from './phone-booking'

/** Where the keyboard finds the form, and the field in which a call begins. */
export const FORM = 'phone-booking-form'
export const FIRST_FIELD = 'phone-booking-caller'

export interface PhoneBooking {
  call: Call
  /** Changes when all fields must be drawn anew. */
  version: number
  /** The caller's number or code, as it is being typed. */
  caller: string
  choice?: Choice
  /** Nobody has this seat any more: the next free ones are offered. */
  lost?: Refusal
  busy: boolean
  failure?: Failure
  /** The booking made last, told while the next call begins. */
  made?: BookingView
  errorAt(field: string): string | undefined
  /** A text that is being typed: kept, not drawn. */
  type(change: Partial<Call>): void
  /** A choice: kept and drawn. */
  choose(change: Partial<Call>): void
  pick(choice: Choice | undefined): void
  /** R-A10: whose days are shown first: the operator's own. */
  where?: Where
  send(): void
}

/** One booking for a caller, and the next after it (R-T11). */
export function usePhoneBooking(where: Where | undefined): PhoneBooking {
  const [call, setCall] = useState(emptyCall)
  const latest = useRef(call)
  const [version, setVersion] = useState(0)
  const [caller, setCaller] = useState('')
  const [choice, setChoice] = useState<Choice>()
  const [own, setOwn] = useState<Record<string, string>>({})
  const [made, setMade] = useState<BookingView>()
  const book = useCommand('reception.book')
  const wait = useCommand('reception.wait')
  const command = choice?.full ? wait : book

  const type = useCallback((change: Partial<Call>) => {
    latest.current = { ...latest.current, ...change }
    if (change.caller !== undefined) setCaller(change.caller)
    setOwn((before) => (Object.keys(before).length === 0 ? before : {}))
  }, [])
  const choose = useCallback(
    (change: Partial<Call>) => {
      type(change)
      setCall(latest.current)
    },
    [type],
  )
  const pick = (next: Choice | undefined) => {
    book.clear()
    wait.clear()
    setOwn({})
    setChoice(next)
  }
  const send = async () => {
    const wrong = missingIn(latest.current, choice !== undefined)
    setOwn(wrong)
    if (choice === undefined || Object.keys(wrong).length > 0) return
    const answer = await command.send(toWish(latest.current, choice))
    if (!answer) return
    setMade(answer.booking)
    latest.current = emptyCall
    setCall(emptyCall)
    setCaller('')
    setChoice(undefined)
    setVersion((before) => before + 1)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }

  const latestSend = useRef(send)
  latestSend.current = send
  useEffect(() => listenInForm(FORM, () => void latestSend.current()), [])
  useEffect(() => startIn(FIRST_FIELD), [version])

  const { failure } = command
  const lost = failure instanceof Refusal && failure.code === 'SLOT_TAKEN' ? failure : undefined
  const wrong = { ...command.fields, ...own }
  return {
    call,
    version,
    caller,
    choice,
    lost,
    busy: command.busy,
    failure: lost ? undefined : failure,
    made,
    errorAt: (field) => wrong[field],
    type,
    choose,
    pick,
    where,
    send: () => void send(),
  }
}
