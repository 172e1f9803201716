import { arrange } from './actions'
import { acceptance } from './proposal'
import { aTicket } from './testing'

describe('arrange', () => {
  it('offers nothing the cloud did not allow, and nothing it has no form for', () => {
    expect(arrange(aTicket({ commands: [] }))).toEqual({ main: undefined, more: [] })
    expect(arrange(aTicket({ commands: ['ticket.unmask', 'ticket.rate', 'toString'] })).more).toEqual([])
  })

  it('makes dispatch the main action of a submitted demand, answer of a consultation, collecting of a suggestion', () => {
    const commands = ['ticket.answer', 'ticket.collect', 'ticket.dispatch', 'ticket.passOnPraise']
    expect(arrange(aTicket({ commands })).main).toBe('ticket.dispatch')
    expect(arrange(aTicket({ commands, kind: 'consult' })).main).toBe('ticket.answer')
    expect(arrange(aTicket({ commands, kind: 'suggestion' })).main).toBe('ticket.collect')
    expect(arrange(aTicket({ commands, kind: 'praise' })).main).toBe('ticket.passOnPraise')
  })

  it('section 1: a township’s centre sends up what is for units outside the township', () => {
    const commands = ['ticket.answer', 'ticket.dispatch', 'ticket.sendUp']
    const { proposal } = aTicket()
    expect(arrange(aTicket({ commands })).main).toBe('ticket.dispatch')
    const outside = aTicket({ commands, proposal: { ...proposal!, outside: true } })
    expect(arrange(outside).main).toBe('ticket.sendUp')
    expect(acceptance(outside)).toBeUndefined()
  })

  it('R-H1 puts the first contact before the result', () => {
    const handling = aTicket({
      status: 'handling',
      commands: ['ticket.note', 'ticket.firstContact', 'ticket.submitResult'],
    })
    expect(arrange(handling)).toEqual({
      main: 'ticket.firstContact',
      more: ['ticket.submitResult', 'ticket.note'],
    })
    expect(arrange({ ...handling, commands: ['ticket.note', 'ticket.submitResult'] }).main).toBe(
      'ticket.submitResult',
    )
  })

  it('lists dangerous actions last and leaves the main one out of the list', () => {
    const { main, more } = arrange(
      aTicket({ commands: ['ticket.refuse', 'ticket.merge', 'ticket.dispatch', 'ticket.answer'] }),
    )
    expect(main).toBe('ticket.dispatch')
    expect(more).toEqual(['ticket.answer', 'ticket.merge', 'ticket.refuse'])
  })
})
