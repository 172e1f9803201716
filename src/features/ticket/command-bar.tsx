import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import type { TicketAnswer, TicketView } from '@core/contracts/ticket/views'
import s from './command-bar.module.scss'
import { arrange, COMMAND_WORDS, FORMS, type ReporterCommand } from './commands'
import { WordsSheet } from './words-sheet'

interface Props {
  ticket: TicketView
  onDone(answer: TicketAnswer): void
}

/** The reporter's buttons, from what the cloud says is possible now. */
export function CommandBar({ ticket, onDone }: Props) {
  const [open, setOpen] = useState<keyof typeof FORMS>()
  const urge = useCommand('ticket.urge')
  const { main, others } = arrange(ticket.commands)

  const start = async (command: ReporterCommand) => {
    if (command === 'ticket.rate') {
      await Taro.navigateTo({ url: `/pages/rate/index?id=${ticket.id}` })
    } else if (command === 'ticket.urge') {
      const answer = await urge.send({ ticketId: ticket.id })
      if (!answer) return
      onDone(answer)
      void Taro.showToast({ title: '已催办，会告诉单位负责人', icon: 'none' })
    } else {
      setOpen(command)
    }
  }
  return (
    <>
      {urge.failure && <NoticeBar tone="danger">{urge.failure.message}</NoticeBar>}
      {main && <Button onClick={() => void start(main)}>{COMMAND_WORDS[main]}</Button>}
      {others.length > 0 && (
        <View className={s.others}>
          {others.map((command) => (
            <Button
              key={command}
              kind="quiet"
              small
              busy={command === 'ticket.urge' && urge.busy}
              onClick={() => void start(command)}
            >
              {COMMAND_WORDS[command]}
            </Button>
          ))}
        </View>
      )}
      {open && (
        <CommandForm command={open} ticketId={ticket.id} onDone={onDone} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

interface FormProps {
  command: keyof typeof FORMS
  ticketId: string
  onDone(answer: TicketAnswer): void
  onClose(): void
}

/** What was typed and not sent, by command and ticket, for as long as the mini-program is open. */
const unsent = new Map<string, string>()

function CommandForm({ command, ticketId, onDone, onClose }: FormProps) {
  const { done, ...form } = FORMS[command]
  const { send, busy, failure, fields } = useCommand(command)
  const key = useRef(`${command} ${ticketId}`).current

  const submit = async (words: string, photos: string[]) => {
    const answer = await send(
      command === 'ticket.withdraw' ? { ticketId, words } : { ticketId, words, photos },
    )
    if (!answer) return
    unsent.delete(key)
    onDone(answer)
    onClose()
    void Taro.showToast({ title: done, icon: 'none' })
  }
  return (
    <WordsSheet
      {...form}
      initial={unsent.get(key) ?? ''}
      busy={busy}
      error={fields.words ?? failure?.message}
      onType={(words) => unsent.set(key, words)}
      onSend={(words, photos) => void submit(words, photos)}
      onClose={onClose}
    />
  )
}
