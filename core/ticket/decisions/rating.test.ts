import { act, awaitingRating, inJudgement, inputs } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { redone } from '../testing/stages'

const { operator, reporter, stranger, waterHead } = people
const rate =
  (rest: Record<string, unknown>, ticket = awaitingRating()) =>
  () =>
    act(ticket, reporter, 'ticket.rate', { ...inputs.rating, ...rest })

describe('rating (E17, E18)', () => {
  it.each(['satisfied', 'basic', 'noComment'])('E17 %s closes', (result) => {
    const ticket = rate({ result })()
    expect(ticket).toMatchObject({
      status: 'closed',
      waitsFor: [],
      ratings: [{ round: 1, by: 'reporter', result }],
    })
    expect(ticket.closedAt).toEqual(ticket.events.at(-1)!.at)
  })

  it('E18 R-C2 dissatisfied goes to judgement and says why', () => {
    expect(refusal(rate({ result: 'dissatisfied' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['reasons'],
    })
    expect(inJudgement()).toMatchObject({ status: 'inJudgement', waitsFor: ['centre:centre'] })
  })

  it('R-C2 dissatisfied with the attitude alone needs a reason too, closes, and the centre is told', () => {
    expect(refusal(rate({ attitude: 'dissatisfied' })).fields).toEqual(['reasons'])
    const ticket = rate({ attitude: 'dissatisfied', reasons: ['attitude'] })()
    expect(ticket.status).toBe('closed')
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'centre:centre', title: '反映人对服务态度不满意' })
  })

  it('R-C3 only the reporter, once a round', () => {
    expect(refusal(() => act(awaitingRating(), stranger, 'ticket.rate', inputs.rating)).code).toBe(
      'NOT_FOUND',
    )
    expect(refusal(() => act(awaitingRating(), waterHead, 'ticket.rate', inputs.rating)).code).toBe(
      'FORBIDDEN',
    )
    expect(refusal(() => act(awaitingRating(), operator, 'ticket.rate', inputs.rating)).code).toBe(
      'FORBIDDEN',
    )
    expect(refusal(rate({}, rate({})())).code).toBe('RULE_REFUSED')
    expect(refusal(rate({}, inJudgement())).code).toBe('WRONG_STATE')
    expect(redone(1).ratings.map(({ round }) => round)).toEqual([1, 2])
  })
})

describe('callback (R-C1)', () => {
  it('R-C1 every attempt is recorded; an answered one carries the rating', () => {
    const missed = act(awaitingRating(), operator, 'ticket.recordCallback', {
      outcome: 'noAnswer',
      words: '无人接听',
    })
    expect(missed).toMatchObject({ status: 'awaitingRating', callbacks: [{ round: 1, outcome: 'noAnswer' }] })
    const answered = act(missed, operator, 'ticket.recordCallback', { outcome: 'answered', ...inputs.bad })
    expect(answered).toMatchObject({
      status: 'inJudgement',
      callbacks: [{ outcome: 'noAnswer' }, { outcome: 'answered' }],
      ratings: [{ by: 'phone', result: 'dissatisfied' }],
    })
    expect(answered.events.at(-1)).toMatchObject({ edge: 'E18', by: { personId: 'operator-1' } })
  })

  it('R-L6 the first attempt keeps the centre’s term; then the 15 days run', () => {
    const ticket = awaitingRating()
    const missed = act(ticket, operator, 'ticket.recordCallback', { outcome: 'noAnswer', words: '' })
    expect(missed.clock.stepBy!.getTime() - ticket.clock.answeredAt!.getTime()).toBe(15 * 24 * 3600_000)
  })

  it('R-P7 an operator who reported it does not call themselves', () => {
    const own = { ...awaitingRating(), reporter: { personId: operator.id } }
    const input = { outcome: 'answered', ...inputs.rating }
    expect(refusal(() => act(own, operator, 'ticket.recordCallback', input)).code).toBe('FORBIDDEN')
  })
})
