import type { Directory } from '@/features/directory'
import type { TicketView } from '@core/contracts/ticket/views'

/** R-C1: how the operator begins on the phone, with the matter's own facts; the form's questions go on from there. */
export function callbackScript(ticket: TicketView, county: Directory['county']): string[] {
  const result = [...ticket.results].reverse().find(({ state }) => state === 'approved')
  return [
    `您好，这里是${county.name}社情民意服务中心，想就您反映的「${ticket.title}」做个回访，占用您一两分钟。`,
    ...(result ? [`${result.unit}答复说：「${result.done}」`] : []),
  ]
}
