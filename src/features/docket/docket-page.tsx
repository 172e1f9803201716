import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { Sheets } from './sheets'
import { PrintTools } from './print-tools'
import { useDocket } from './use-docket'

/** R-C6: the docket of one closed ticket. In a browser it prints as one clean document. */
export function DocketPage({ id }: { id?: string }) {
  const { ticket, docket, failure, reload } = useDocket(id)
  if (!id) {
    return (
      <Page title="卷宗">
        <Empty title="没有指明是哪一件事" words="请从已办结的事项里打开卷宗。" />
      </Page>
    )
  }
  return (
    <Page title="卷宗">
      {ticket && docket ? (
        <>
          <PrintTools />
          <Sheets ticket={ticket} docket={docket} />
        </>
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={reload} />
      ) : (
        <Skeleton cards={3} lines={4} />
      )}
    </Page>
  )
}
