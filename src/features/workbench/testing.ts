import type { TicketView } from '@core/contracts/ticket/views'

/** A ticket as an operator sees it fresh in the list; tests change what they are about. */
export function aTicket(change: Partial<TicketView> = {}): TicketView {
  return {
    id: 't1',
    number: 'LX20261122-0007',
    title: '小区停水三天',
    status: 'submitted',
    round: 1,
    urgent: false,
    major: false,
    confidential: false,
    holder: '社情民意服务中心',
    createdAt: Date.parse('2026-11-22T01:00:00Z'),
    waitsForMe: true,
    channel: 'miniprogram',
    photos: [],
    mine: false,
    coUnits: [],
    arrivals: [],
    orders: [],
    proposal: {
      kind: { value: 'help', confidence: 0.9, reasons: ['提到‘求助’'] },
      categoryId: {
        value: 'water-supply',
        confidence: 0.94,
        reasons: ['提到‘停水’‘水压’', '该镇近 30 天 6 件同类'],
      },
      leadUnitId: { value: 'water', confidence: 0.6, reasons: ['权责清单第 3 条'] },
      coUnitIds: ['chengguan'],
      handlingClass: { value: 'threeDay', confidence: 0.8, reasons: ['一般这样办'] },
      urgent: { value: false, confidence: 0.9, reasons: ['没有提到危险'] },
      deadline: Date.parse('2026-11-25T10:00:00Z'),
    },
    results: [],
    ratings: [],
    callbacks: [],
    joined: [],
    timeline: [],
    commands: ['ticket.dispatch'],
    readerRole: 'operator',
    ...change,
  }
}
