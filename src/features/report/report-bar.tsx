import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import type { Report } from './use-report'

/** The one action of the page: send, or send again what waits. */
export function ReportBar({ report }: { report: Report }) {
  if (report.waiting) {
    return (
      <>
        <Button icon="refresh" busy={report.busy} onClick={() => void report.sendAgain()}>
          现在再发一次
        </Button>
        <Button kind="quiet" disabled={report.busy} onClick={report.edit}>
          先改一改
        </Button>
      </>
    )
  }
  return (
    <>
      {report.failure && (
        <NoticeBar tone="danger" icon="warning">
          {report.failure.message}
        </NoticeBar>
      )}
      <Button icon="send" busy={report.busy} disabled={report.photos.sending} onClick={report.submit}>
        {report.photos.sending ? '照片上传中，请稍等' : '提交'}
      </Button>
    </>
  )
}
