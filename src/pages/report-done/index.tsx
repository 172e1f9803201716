import { useState } from 'react'
import { Page } from '@/components/page'
import { NoticeOffer } from '@/features/people'
import { lastSent, SentReport, SentReportBar } from '@/features/report'

/** Sent: the number, what happens next, by when. */
export default function ReportDone() {
  const [sent] = useState(lastSent)
  return (
    <Page title="已提交" bar={sent && <SentReportBar sent={sent} />}>
      <SentReport sent={sent} />
      {sent && <NoticeOffer occasion="report" />}
    </Page>
  )
}
