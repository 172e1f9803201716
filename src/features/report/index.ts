/** 我要反映: the form, what waits to be sent, and what was sent. */
export { AccusedSection, type AccusedForm } from './accused-section'
export { PlaceSection, type PlaceForm } from './place-section'
export { ReportBar } from './report-bar'
export { ReportForm } from './report-form'
export { SentReport, SentReportBar } from './sent-report'
export { lastSent } from './last-sent'
export { useReport, type Report } from './use-report'
