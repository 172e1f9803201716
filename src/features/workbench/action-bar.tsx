import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { TicketView } from '@core/contracts/ticket/views'
import { type Failure, Refusal, useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { useDrawn } from '@/components/drawn'
import { ListItem } from '@/components/list-item'
import { Sheet } from '@/components/sheet'
import { arrange } from './actions'
import { forms, type StaffCommand } from './forms'
import { quickOf, type Quick } from './quick'
import s from './action-bar.module.scss'

interface Props {
  ticket: TicketView
  onDone(ticket: TicketView): void
  /** Opens a command's form; `refused` is why one tap was not enough. */
  onOpen(command: StaffCommand, refused?: Failure): void
}

/** The one main action of the state, and the others behind 「更多」. Nothing where the reader can only look. */
export function ActionBar({ ticket, onDone, onOpen }: Props) {
  const [listing, setListing] = useState(false)
  const { main, more } = arrange(ticket)
  if (!main && more.length === 0) return null
  const quick = main && quickOf(ticket, main)
  return (
    <>
      <View className={s.bar}>
        {quick ? (
          <View className={s.main}>
            <QuickButton
              key={quick.command}
              quick={quick}
              onDone={onDone}
              onRefused={(failure) => onOpen(quick.command, failure)}
            />
          </View>
        ) : (
          main && (
            <View className={s.main}>
              <Button onClick={() => onOpen(main)}>{forms[main].button}</Button>
            </View>
          )
        )}
        {more.length > 0 && (
          <View className={main ? s.more : s.main}>
            <Button kind="plain" onClick={() => setListing(true)}>
              {main ? '更多' : '可以办的事'}
            </Button>
          </View>
        )}
      </View>
      {listing && (
        <MoreSheet
          more={more}
          onOpen={(command) => {
            setListing(false)
            onOpen(command)
          }}
          onClose={() => setListing(false)}
        />
      )}
    </>
  )
}

interface MoreProps {
  more: readonly StaffCommand[]
  onOpen(command: StaffCommand): void
  onClose(): void
}

/** What fits on a phone when it opens. */
const AT_ONCE = 8

function MoreSheet({ more, onOpen, onClose }: MoreProps) {
  const drawn = useDrawn(more.length, AT_ONCE)
  return (
    <Sheet title="还可以" onClose={onClose}>
      {more.slice(0, drawn).map((command) => (
        <ListItem
          key={command}
          title={forms[command].button}
          note={forms[command].consequence}
          onClick={() => onOpen(command)}
        />
      ))}
    </Sheet>
  )
}

interface QuickProps {
  quick: Quick
  onDone(ticket: TicketView): void
  onRefused(failure: Failure): void
}

/** Sends at one tap. Without network it stays and says so: tapping again is the same call. */
function QuickButton({ quick, onDone, onRefused }: QuickProps) {
  const { send, busy, failure, clear } = useCommand(quick.command)
  const refused = useRef(onRefused)
  refused.current = onRefused
  useEffect(() => {
    if (!(failure instanceof Refusal)) return
    clear()
    refused.current(failure)
  }, [failure, clear])

  const press = async () => {
    const answer = await send(quick.input)
    if (answer) onDone(answer.ticket)
  }
  return (
    <>
      {failure && <View className={s.failure}>{failure.message}</View>}
      <Button busy={busy} onClick={() => void press()}>
        {quick.words}
      </Button>
    </>
  )
}
