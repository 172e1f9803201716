import { verifyChain } from './chain'
import { replayClock } from './replay'
import { createPart } from './split'
import { county } from './testing/county'
import { act, digest, dispatched, envAt, make, MONDAY, proposal, sure } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'
import { describeEvent } from './timeline'
import type { Ticket } from './types'
import { HOUR } from './workdays'

const { operator, reporter } = people
const parts = [
  { words: '我家自来水停了三天，请来修水管。', photos: [] },
  { words: '村口的路灯也坏了，晚上看不见路。', photos: ['b.jpg'] },
  { words: '桥头的垃圾堆了一个月没有人清运。', photos: ['b.jpg', 'c.jpg'] },
]
const whole = (): Ticket =>
  make({ submission: { photos: ['photos/a.jpg', 'photos/b.jpg', 'photos/c.jpg'], kind: 'help' } })
const split = (ticket = whole(), rest: object = {}): Ticket =>
  act(ticket, operator, 'ticket.split', { parts, ...rest })

describe('R-T10 one submission with several matters', () => {
  it('R-T10 becomes part 1 under the same number with a suffix; the others are remembered', () => {
    const ticket = split()
    expect(ticket).toMatchObject({
      status: 'submitted',
      number: 'LH20260302-0001-1',
      words: parts[0]!.words,
      // Chosen for no part, it stays with the first.
      photos: ['photos/a.jpg'],
      split: { number: 'LH20260302-0001', parts: 3 },
    })
    expect(ticket.splitting!.map(({ photos }) => photos)).toEqual([
      ['photos/b.jpg'],
      ['photos/b.jpg', 'photos/c.jpg'],
    ])
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'person:citizen-1', title: '分成几件办理' })
    expect(ticket.outbox.at(-1)!.words).toContain('LH20260302-0001-3')
  })

  it('R-T10 a part has its own words, photos and proposal, the same reporter, and a chain of its own', () => {
    const proposals = [proposal(), proposal({ categoryId: sure('lamp') }), proposal()]
    const ticket = split(whole(), { proposals })
    const part = createPart(ticket, ticket.splitting![0]!, 2, 'p2', envAt(new Date(MONDAY.getTime() + HOUR)))
    expect(part).toMatchObject({
      _id: 'p2',
      number: 'LH20260302-0001-2',
      status: 'submitted',
      words: parts[1]!.words,
      photos: ['photos/b.jpg'],
      kind: 'help',
      reporter: { personId: reporter.id },
      proposal: { categoryId: { value: 'lamp' } },
    })
    expect(part.audience).toContain('person:citizen-1')
    expect(verifyChain(part, digest)).toEqual({ ok: true })
    expect(describeEvent(part.events[0]!, part, reporter, county)?.title).toBe('从 LH20260302-0001 拆分出来')
  })

  it('R-L2 R-L5 a part goes on from the submission, and its clock is replayed from its events', () => {
    const ticket = split()
    const part = createPart(ticket, ticket.splitting![0]!, 2, 'p2', envAt(new Date(MONDAY.getTime() + HOUR)))
    expect(part.clock.submittedAt).toEqual(MONDAY)
    expect(part.clock.screenBy).toEqual(ticket.clock.screenBy)
    expect(replayClock(part.events, county).clock).toEqual(part.clock)
    expect(replayClock(dispatched(part).events, county).clock).toEqual(dispatched(part).clock)
  })

  it('R-P5 what is confidential stays so in every part; a guessed tip-off counts as one', () => {
    const secret = split(make({ submission: { confidential: true, photos: [] } }), {
      parts: parts.map(({ words }) => ({ words, photos: [] })),
    })
    const env = envAt(MONDAY)
    expect(createPart(secret, secret.splitting![0]!, 2, 'p2', env).confidential).toBe(true)
    const guessed = make({ proposal: { kind: sure('report') }, submission: { photos: [] } })
    const tipOff = split(guessed, { parts: parts.map(({ words }) => ({ words, photos: [] })) })
    expect(tipOff.kind).toBe('report')
    expect(createPart(tipOff, tipOff.splitting![0]!, 2, 'p2', env).kind).toBe('report')
  })

  it('R-D7 the urgent part is urgent, and the rest no more', () => {
    const proposals = [proposal(), proposal({ urgent: sure(true) }), proposal()]
    const ticket = split({ ...whole(), urgent: true }, { proposals })
    expect(ticket.urgent).toBe(false)
    expect(createPart(ticket, ticket.splitting![0]!, 2, 'p2', envAt(MONDAY)).urgent).toBe(true)
  })

  it('R-T10 once, before it is dispatched, and only with its own photos', () => {
    expect(refusal(() => split(split())).words).toContain('已经拆分过')
    expect(refusal(() => split(dispatched())).code).toBe('WRONG_STATE')
    const foreign = [parts[0], { words: parts[1]!.words, photos: ['z.jpg'] }]
    expect(refusal(() => split(whole(), { parts: foreign })).fields).toEqual(['parts.1.photos'])
  })
})
