import { arrange } from './commands'

describe('the actions of a ticket page', () => {
  it('R-T7 puts the answer to a question first', () => {
    expect(arrange(['ticket.withdraw', 'ticket.supplement', 'ticket.reply'])).toEqual({
      main: 'ticket.reply',
      others: ['ticket.supplement', 'ticket.withdraw'],
    })
  })

  it('R-C3 offers the rating when it is awaited', () => {
    expect(arrange(['ticket.supplement', 'ticket.rate']).main).toBe('ticket.rate')
  })

  it('E23 never makes withdrawing the main action', () => {
    expect(arrange(['ticket.withdraw'])).toEqual({ others: ['ticket.withdraw'] })
    expect(arrange(['ticket.urge', 'ticket.withdraw']).main).toBeUndefined()
  })

  it('shows nothing that the cloud does not offer, and no command of staff', () => {
    expect(arrange(['ticket.sign', 'ticket.dispatch'])).toEqual({ main: undefined, others: [] })
  })
})
