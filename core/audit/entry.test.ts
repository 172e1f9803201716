import { auditEntry } from './entry'

const now = new Date('2026-03-02T01:00:00Z')
const request = { action: 'ticket.unmask' as const, key: 'abc', now }

describe('audit (R-X6)', () => {
  it('R-X6 says who was shown what for which purpose and when', () => {
    const actor = { id: 'operator-1', role: 'operator' as const, unitId: 'centre', name: '不进审计' }
    expect(auditEntry(actor, request, { ticketId: 't1', purpose: 'callback' })).toEqual({
      _id: 'abc',
      sortKey: `${now.getTime()}-abc`,
      at: now,
      personId: 'operator-1',
      role: 'operator',
      unitId: 'centre',
      action: 'ticket.unmask',
      facts: { ticketId: 't1', purpose: 'callback' },
    })
  })

  it('R-X6 a retry is the same entry', () => {
    const actor = { id: 'x', role: 'leader' as const }
    expect(auditEntry(actor, request, {})).toEqual(auditEntry(actor, request, {}))
    expect(auditEntry(actor, request, {})).not.toHaveProperty('unitId')
  })
})
