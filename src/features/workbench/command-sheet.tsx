import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { TicketView } from '@core/contracts/ticket/views'
import { type Failure, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { DaySheet } from '@/components/day-sheet'
import { useDrawn } from '@/components/drawn'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet, type SheetOption } from '@/components/option-sheet'
import { Sheet } from '@/components/sheet'
import type { Directory } from '@/features/directory'
import { textsOf } from '@core/ticket/standard-replies'
import { dayOf, isOptional, type Field, type FieldValue } from './form-model'
import { FormField } from './form-field'
import { optionsOf } from './form-options'
import type { StaffCommand } from './forms'
import { TicketSheet } from './ticket-sheet'
import { useCommandForm } from './use-command-form'
import s from './command-sheet.module.scss'

/** Where the keyboard finds the button that sends the open form. */
export const SEND = 'command-send'

interface Props {
  ticket: TicketView
  command: StaffCommand
  directory: Directory
  /** What stands above the questions: the script of a callback. */
  intro?: ReactNode
  /** Why it was refused when sent without a form. */
  refused?: Failure
  onDone(ticket: TicketView): void
  onClose(): void
  /** Looks at the ticket again after somebody else changed it; what is typed stays. */
  onReload(): void
}

/** The form of any command: its questions, what happens then, and one button. */
export function CommandSheet({
  ticket,
  command,
  directory,
  intro,
  refused,
  onDone,
  onClose,
  onReload,
}: Props) {
  // Only whoever may assign somebody is told who there is.
  const asksWho = command === 'ticket.assign'
  const colleagues = useQuery('people.colleagues', asksWho ? {} : undefined).data?.items
  const form = useCommandForm(ticket, command, onDone, refused)
  const [picking, setPicking] = useState<Field>()
  const [starting, setStarting] = useState(false)
  const { spec, values, fault } = form
  const standard = (spec.standard && ticket.standardReplies) || []
  const drawn = useDrawn(spec.fields.length)
  // Somebody else was faster: what is typed stays to be read, but there is nothing to send it to.
  const passed = !ticket.commands.includes(command)
  const lookAgain = () => {
    form.forgive()
    onReload()
  }
  return (
    <>
      <Sheet
        title={spec.title}
        onClose={onClose}
        bar={
          <>
            {fault && (
              <NoticeBar icon="warning" tone="danger">
                {fault.words}
              </NoticeBar>
            )}
            {fault?.stale && (
              <Button kind="plain" icon="refresh" onClick={lookAgain}>
                刷新后再看（填的内容会留着）
              </Button>
            )}
            {form.unanswered && <View className={s.unanswered}>{form.unanswered}</View>}
            <View className={s.consequence}>
              {passed ? '这一步已经不用办了，填的内容还在。' : spec.consequence}
            </View>
            <View id={SEND}>
              <Button
                kind={spec.danger ? 'danger' : 'main'}
                busy={form.busy}
                disabled={passed}
                onClick={() => void form.submit()}
              >
                {spec.button}
              </Button>
            </View>
          </>
        }
      >
        {intro}
        {standard.length > 0 && (
          <Button small kind="quiet" icon="text" onClick={() => setStarting(true)}>
            从标准答复开始写
          </Button>
        )}
        {spec.fields.map((field, index) => (
          // Each question has its place also while it is not asked, so that one that appears moves no other.
          <View key={field.name}>
            {index < drawn && form.fields.includes(field) && (
              <FormField
                key={field.type === 'text' ? form.starts : undefined}
                field={field}
                value={values[field.name]}
                optional={isOptional(field, values, ticket)}
                error={form.wrong[field.name]}
                options={optionsOf(field, directory, ticket, colleagues)}
                photos={ticket.photos.map(({ photo }) => photo)}
                onChange={(value) => form.change(field.name, value)}
                onPick={() => setPicking(field)}
              />
            )}
          </View>
        ))}
      </Sheet>
      <Island>
        {picking && (
          <PickSheet
            field={picking}
            value={values[picking.name]}
            ticket={ticket}
            options={optionsOf(picking, directory, ticket, colleagues)}
            onChange={(value) => form.change(picking.name, value)}
            onClose={() => setPicking(undefined)}
          />
        )}
        {starting && (
          <OptionSheet
            title="从哪一条开始写"
            options={standard.map((reply) => ({
              value: reply.id,
              label: reply.title,
              note: Object.values(textsOf(reply)).join(' '),
            }))}
            value={[]}
            onChange={([chosen]) => {
              const reply = standard.find(({ id }) => id === chosen)
              if (reply) form.startFrom(reply)
            }}
            onClose={() => setStarting(false)}
          />
        )}
      </Island>
    </>
  )
}

interface PickProps {
  field: Field
  value: FieldValue
  ticket: TicketView
  options: readonly SheetOption[]
  onChange(value: FieldValue): void
  onClose(): void
}

/** A long list or a calendar above the form: beside it in the tree, since fixed things inside a scrolling one are cut on phones. */
function PickSheet({ field, value, ticket, options, onChange, onClose }: PickProps) {
  const title = `选${field.label}`
  // On phones a day is chosen with the platform's own wheels (components/day-picker).
  if (process.env.TARO_ENV === 'h5' && field.type === 'day') {
    const today = dayOf(Date.now())
    return (
      <DaySheet
        title={title}
        value={value as string | undefined}
        from={today}
        onChange={onChange}
        onClose={onClose}
      />
    )
  }
  if (field.type === 'ticket') {
    return <TicketSheet title={title} exceptId={ticket.id} onChange={onChange} onClose={onClose} />
  }
  const many = field.type === 'units'
  const chosen = many ? (value as readonly string[]) : value === undefined ? [] : [value as string]
  return (
    <OptionSheet
      title={title}
      options={options}
      value={chosen}
      max={many ? field.max : 1}
      search={`写几个字来找，例如「水」`}
      onChange={(next) => onChange(many ? next : next[0])}
      onClose={onClose}
    />
  )
}
