import type { TicketCard } from '@core/contracts/ticket/views'
import { nearest } from './nearest'

const card = (id: string, change: Partial<TicketCard>): TicketCard => ({
  id,
  number: id,
  title: id,
  status: 'handling',
  round: 1,
  urgent: false,
  major: false,
  confidential: false,
  holder: '县水务局',
  createdAt: 0,
  waitsForMe: false,
  ...change,
})

describe('the two matters of the home page', () => {
  it('R-T6 what waits for its reporter comes first, then what is due first', () => {
    const shown = nearest([
      card('later', { due: { at: 20, state: 'ok' } }),
      card('none', {}),
      card('sooner', { due: { at: 10, state: 'soon' } }),
      card('mine', { waitsForMe: true, due: { at: 99, state: 'ok' } }),
    ])
    expect(shown.map(({ id }) => id)).toEqual(['mine', 'sooner'])
  })

  it('shows a matter once that both lists name', () => {
    expect(nearest([card('a', {}), card('a', {})])).toHaveLength(1)
  })
})
