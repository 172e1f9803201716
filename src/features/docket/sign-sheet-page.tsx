import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { Refusal, useQuery } from '@/cloud'
import { PrintTools } from './print-tools'
import { SignSheet } from './sign-sheet'

/** R-H7: what a leader signs on paper, before a matter is given out and before its result goes to the reporter. */
export const SHEETS = { instruction: '呈批单', signOff: '审签单' } as const

/** The sheet that a major matter needs now. */
export function SignSheetPage({ id }: { id?: string }) {
  const { data, failure, reload } = useQuery(
    'ticket.signSheet',
    id === undefined ? undefined : { ticketId: id },
  )
  const ticket = data?.ticket
  const isOver = failure instanceof Refusal && failure.code === 'WRONG_STATE'
  const title = ticket?.toSign ? SHEETS[ticket.toSign.sheet] : '签批单'
  return (
    <Page title={title}>
      {!id || isOver ? (
        <Empty title="现在没有要签的单子" words="重大事项呈领导阅批或等领导审签时，这里可以打印。" />
      ) : ticket ? (
        <>
          <PrintTools />
          <SignSheet ticket={ticket} title={title} />
        </>
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={2} lines={4} />
      )}
    </Page>
  )
}
