import { useState } from 'react'
import type { TimelineItem } from '@core/contracts/ticket/views'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { SectionTitle } from '@/components/section-title'
import { TicketTimeline } from '@/features/ticket'

/** Lines in the page at once: with list and ticket side by side the page has to stay small (platform.md). */
const LINES = 10

/** Everything that happened, newest first, internal notes marked, ten lines at a time. */
export function History({ timeline }: { timeline: readonly TimelineItem[] }) {
  const [from, setFrom] = useState(0)
  const newestFirst = [...timeline].sort((a, b) => b.seq - a.seq)
  const older = newestFirst.length - from - LINES
  return (
    <Card>
      <SectionTitle>办理过程</SectionTitle>
      {from > 0 && (
        <Button kind="quiet" onClick={() => setFrom(from - LINES)}>
          看较新的
        </Button>
      )}
      <TicketTimeline items={newestFirst.slice(from, from + LINES)} />
      {older > 0 && (
        <Button kind="quiet" onClick={() => setFrom(from + LINES)}>
          {`看更早的 ${older} 条`}
        </Button>
      )}
    </Card>
  )
}
