import { Tag } from '@/components/tag'
import { STATUSES, type Status } from '@core/ticket/words'
import { STATUS_LOOK } from './status'

/** A status: icon, word and colour. */
export function StatusTag({ status }: { status: Status }) {
  const { icon, tone } = STATUS_LOOK[status]
  return (
    <Tag icon={icon} tone={tone}>
      {STATUSES[status]}
    </Tag>
  )
}
