import type { MonthView } from '@core/contracts/reception/month-views'
import { draftOf, toPlanned } from './day-draft'

const view = {
  days: [],
  hosts: [{ id: 'l1', name: '甲', post: '县长', unitIds: [] }],
} as unknown as MonthView

it('R-A1 takes hours and topics as people type them', () => {
  const draft = {
    ...draftOf(view, undefined, '2026-12-02'),
    leaderId: 'l1',
    from: '9：00',
    topics: '供水、道路，垃圾 ',
  }
  expect(toPlanned(draft)).toMatchObject({
    kind: 'leader',
    leaderId: 'l1',
    date: '2026-12-02',
    from: '09:00',
    topics: ['供水', '道路', '垃圾'],
  })
  expect(toPlanned({ ...draft, kind: 'legalAid', hostName: '宋律师', hostPost: '法援中心' })).toMatchObject({
    host: { name: '宋律师', post: '法援中心' },
  })
})
