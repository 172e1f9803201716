import { useEffect, useState } from 'react'
import type { ActionInput } from '@core/contracts'
import type { TicketView } from '@core/contracts/ticket/views'
import type { StandardReply } from '@core/knowledge/types'
import { textsOf } from '@core/ticket/standard-replies'
import { type Failure, useCommand } from '@/cloud'
import { drafts } from './drafts'
import { faultOf, type Fault } from './faults'
import {
  faults,
  initialValues,
  inputOf,
  shownFields,
  type Field,
  type FieldValue,
  type FormSpec,
  type Values,
} from './form-model'
import { forms, type StaffCommand } from './forms'

const NOTHING: Readonly<Record<string, string>> = {}

/**
 * One command being filled in: what is typed (kept as a draft until it is sent), what is wrong with it, and sending.
 *
 * @param refused why sending it without a form did not work, said above the fields from the start
 */
export function useCommandForm(
  ticket: TicketView,
  command: StaffCommand,
  onDone: (ticket: TicketView) => void,
  refused?: Failure,
) {
  const spec: FormSpec = forms[command]
  const [values, setValues] = useState<Values>(
    () => drafts.get(ticket.id, command) ?? initialValues(spec, ticket),
  )
  const [own, setOwn] = useState(NOTHING)
  const [starts, setStarts] = useState(0)
  const { send, busy, failure: failed, clear } = useCommand(command)
  const [before, setBefore] = useState(refused)
  const failure = failed ?? before

  useEffect(() => drafts.keep(ticket.id, command, values), [ticket.id, command, values])

  const fields = shownFields(spec, values, ticket)
  const shown = fields.map(({ name }) => name)
  const fault: Fault | undefined = failure && faultOf(failure, shown)

  return {
    spec,
    fields,
    values,
    busy,
    fault,
    /** Field name → what is wrong with it: what we see ourselves before what the cloud said. */
    wrong: { ...fault?.fields, ...own },
    /** Which questions still want an answer: they may have been scrolled out of sight. */
    unanswered: wordsFor(fields.filter(({ name }) => own[name] !== undefined)),
    change(name: string, value: FieldValue) {
      setValues((before) => ({ ...before, [name]: value }))
      setOwn(({ [name]: _mended, ...rest }) => rest)
    },
    /** R-H4: puts a standard reply below what is written already. */
    startFrom(reply: StandardReply) {
      const texts = Object.entries(textsOf(reply))
      const below = (name: string, text: string) =>
        [values[name], text].filter((part) => typeof part === 'string' && part.trim() !== '').join('\n')
      setValues({ ...values, ...Object.fromEntries(texts.map(([name, text]) => [name, below(name, text)])) })
      setOwn(NOTHING)
      setStarts(starts + 1)
    },
    /** How often that was done: the device holds what is typed, so the fields are put in anew. */
    starts,
    /** Forgets what the cloud said, e.g. when the ticket is looked at again. */
    forgive() {
      setBefore(undefined)
      clear()
    },
    async submit() {
      const found = faults(spec, values, ticket)
      setOwn(found)
      if (Object.keys(found).length > 0) return
      setBefore(undefined)
      const answer = await send(inputOf(spec, values, ticket) as unknown as ActionInput<StaffCommand>)
      if (!answer) return
      drafts.drop(ticket.id, command)
      onDone(answer.ticket)
    },
  }
}

function wordsFor(fields: readonly Field[]): string | undefined {
  const labels = fields.slice(0, 2).map(({ label }) => label)
  if (fields.length === 0) return undefined
  return `还要填好：${labels.join('、')}${fields.length > 2 ? ` 等 ${fields.length} 项` : ''}`
}
