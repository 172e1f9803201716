import { Page } from '@/components/page'
import { ReportBar, ReportForm, useReport } from '@/features/report'

/** 我要反映: words first, everything else as far as one likes. */
export default function Report() {
  const report = useReport()
  return (
    <Page title="我要反映" bar={<ReportBar report={report} />}>
      <ReportForm report={report} />
    </Page>
  )
}
