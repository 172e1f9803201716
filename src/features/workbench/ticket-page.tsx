import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { DeskBar, DeskBody, DeskForm, hasActions } from './desk'
import { useDesk } from './use-desk'

/** One ticket on its own page, for phones and shared links. */
export function TicketPage({ id }: { id?: string }) {
  const desk = useDesk(id)
  const title = desk.ticket?.number ?? '事项'
  if (!id) {
    return (
      <Page title={title}>
        <Empty title="没有指明是哪一件事" words="请从工作台的列表里打开。" />
      </Page>
    )
  }
  return (
    <Page title={title} bar={hasActions(desk) ? <DeskBar desk={desk} /> : undefined}>
      <DeskBody desk={desk} />
      <DeskForm desk={desk} />
    </Page>
  )
}
