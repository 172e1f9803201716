import type { Status } from '@core/ticket/words'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { Skeleton } from '@/components/skeleton'
import { ActionBar } from './action-bar'
import { arrange } from './actions'
import { CallbackIntro } from './callback-intro'
import { CommandSheet } from './command-sheet'
import { History } from './history'
import { Opinions } from './opinions'
import { Orders } from './orders'
import { ProposalCard } from './proposal-card'
import { ReporterCard } from './reporter-card'
import { Results } from './results'
import { Matter, TicketHead } from './ticket-head'
import type { Desk } from './use-desk'

/** Here who handles it is still open; afterwards the proposal is only history. */
const UNDECIDED: readonly Status[] = ['submitted', 'awaitingInstruction']

/** Here it is the result that has to be looked at first, in the others what was reported. */
const JUDGED: readonly Status[] = ['inReview', 'awaitingRating', 'inJudgement']

/** Everything about the ticket on the desk, what has to be decided first. */
export function DeskBody({ desk }: { desk: Desk }) {
  const { ticket, directory, failure, reload } = desk
  if (!ticket || !directory) {
    return failure ? (
      <ErrorState message={failure.message} onRetry={reload} />
    ) : (
      <Skeleton cards={3} lines={4} />
    )
  }
  const judgesResult = JUDGED.includes(ticket.status)
  const result = (
    <>
      <Results ticket={ticket} />
      <Opinions ticket={ticket} />
    </>
  )
  return (
    <>
      {failure && (
        <NoticeBar icon="warning" tone="act">
          {`${failure.message}。下面是刚才的内容。`}
        </NoticeBar>
      )}
      <TicketHead ticket={ticket} />
      <Orders ticket={ticket} />
      {UNDECIDED.includes(ticket.status) && (
        <ProposalCard
          ticket={ticket}
          directory={directory}
          onChange={() => desk.open('ticket.dispatch')}
          onChoose={desk.choose}
        />
      )}
      {judgesResult && result}
      <Matter ticket={ticket} />
      <ReporterCard key={ticket.id} ticket={ticket} />
      {!judgesResult && result}
      <History key={`history-${ticket.id}`} timeline={ticket.timeline} />
    </>
  )
}

/** Whether there is anything to do, so that a page without a bar has no empty one. */
export function hasActions({ ticket, directory }: Desk): boolean {
  if (!ticket || !directory) return false
  const { main, more } = arrange(ticket)
  return main !== undefined || more.length > 0
}

/** The bar at the foot, and the form that it opens. */
export function DeskBar({ desk }: { desk: Desk }) {
  return desk.ticket ? <ActionBar ticket={desk.ticket} onDone={desk.done} onOpen={desk.open} /> : null
}

/** The form that lies open, if any; beside the bar in the page, so that the bar's stickiness does not cut it. */
export function DeskForm({ desk }: { desk: Desk }) {
  const { ticket, directory, form } = desk
  return (
    <Island>
      {ticket && directory && form && (
        <CommandSheet
          key={`${ticket.id} ${form.command} ${form.ticket?.proposal?.categoryId.value ?? ''}`}
          ticket={form.ticket ?? ticket}
          command={form.command}
          directory={directory}
          refused={form.refused}
          intro={
            form.command === 'ticket.recordCallback' && (
              <CallbackIntro ticket={ticket} directory={directory} />
            )
          }
          onDone={desk.done}
          onClose={desk.close}
          onReload={desk.reload}
        />
      )}
    </Island>
  )
}
