import { claimTicket, enteredPersonId } from './claim'
import { verifyChain } from './chain'
import { envAt, digest, make, MONDAY, type Made } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'

const reporter = { personId: enteredPersonId('hash-1', 't1'), phoneHash: 'hash-1' }
const entered = (more: Made = {}) => make({ actor: people.operator, channel: 'phone', reporter, ...more })
const command = { id: 'ticket.claim', key: 'claim-1', inputHash: 'h' }
const claim = (ticket: Parameters<typeof claimTicket>[0], phoneHash = 'hash-1') =>
  claimTicket(ticket, phoneHash, command, people.stranger, envAt(MONDAY))

describe('claiming what was entered by phone (R-T11)', () => {
  it('R-T11 takes the caller’s place everywhere: lists, turns, news, and leaves an event', () => {
    const before = entered()
    expect(before.audience).toContain('person:ph_hash-1')
    const after = claim(before)
    expect(after.reporter).toEqual({ ...reporter, personId: people.stranger.id })
    expect(after.audience).toContain(`person:${people.stranger.id}`)
    expect(after.audience).not.toContain('person:ph_hash-1')
    expect(after.events.map(({ type }) => type)).toEqual(['ticket.submit', 'ticket.claim'])
    expect(after.status).toBe(before.status)
    expect(verifyChain(after, digest)).toEqual({ ok: true })
  })

  it('R-T11 R-P6 is the same “not found” for no ticket, another number, a tip-off and an own submission', () => {
    const tipOff = entered({ submission: { kind: 'report' } })
    const bySelf = make({ reporter: { personId: 'citizen-1', phoneHash: 'hash-1' } })
    const anonymous = entered({ reporter: null })
    for (const ticket of [undefined, tipOff, bySelf, anonymous, claim(entered())]) {
      expect(refusal(() => claim(ticket))).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(refusal(() => claim(entered(), 'hash-2'))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
