import { AppError } from '../errors'
import { contracts } from '../contracts'
import { may } from '../people/permissions'
import type { Actor } from '../people/types'
import { TICKET_RELATIONS } from '../people/relations'
import { canRead, relationTo } from './access'
import { personKey } from './audience'
import { availableCommands, isInTime } from './commands'
import { decide } from './decide'
import { DECISIONS, decisionOf } from './decisions'
import { EDGES, edgeFrom, isTerminal, statusesOf, TERMINAL, type EdgeId } from './edges'
import { county } from './testing/county'
import { envAt, inputs } from './testing/drive'
import { inputFor } from './testing/inputs'
import { everybody, people } from './testing/people'
import { inEveryStatus, ofTownship } from './testing/stages'
import type { Ticket } from './types'
import { STATUSES, type Status } from './words'

const statuses = Object.keys(STATUSES) as Status[]
/** Domain section 2, written a second time. */
const TABLE = `
E1 submitted>notAccepted | E2 notAccepted>submitted | E3 submitted>awaitingRating | E4 submitted>collected
E5 collected>closed | E6 submitted,dispatched,handling>merged | E7 submitted,handling>awaitingReporter
E7 awaitingReporter>submitted,handling | E8 submitted>awaitingInstruction | E9 awaitingInstruction>dispatched
E10 awaitingInstruction>submitted | E11 submitted>dispatched | E12 dispatched>handling | E13 dispatched>submitted
E14 handling>inReview | E15 inReview>handling | E16 inReview>awaitingRating | E17 awaitingRating>closed
E18 awaitingRating>inJudgement | E19 inJudgement>handling | E20 inJudgement>closed | E21 awaitingRating>closed
E22 awaitingRating,closed>handling
E23 submitted,awaitingReporter,awaitingInstruction,dispatched,handling>withdrawn
E24 inJudgement>submitted | E24 closed>submitted | E25 merged>submitted | E26 inReview>closed
E27 dispatched,handling>submitted | E28 inJudgement>closed | E29 submitted>closed`

describe('the life cycle as a graph (section 2)', () => {
  it('is the table of the domain, edge by edge', () => {
    const rows = EDGES.map(({ id, from, to }) => `${id} ${from.join(',')}>${to.join(',')}`)
    expect(rows).toEqual(TABLE.trim().split(/\s*[|\n]\s*/))
  })

  it('reaches every status from submission', () => {
    const seen = new Set<Status>(['submitted'])
    for (let size = 0; size !== seen.size;) {
      size = seen.size
      for (const { from, to } of EDGES) {
        if (from.some((status) => seen.has(status))) to.forEach((status) => seen.add(status))
      }
    }
    expect([...seen].sort()).toEqual([...statuses].sort())
  })

  it('leaves the terminal statuses only by appeal, redo and a wrong merge', () => {
    const leaving = EDGES.filter(({ from }) => from.some(isTerminal)).map(({ id }) => id)
    expect(leaving).toEqual(['E2', 'E22', 'E24', 'E25'])
    expect(
      statuses.filter((status) => !EDGES.some(({ from }) => (from as readonly Status[]).includes(status))),
    ).toEqual(['withdrawn'])
    expect(TERMINAL.length).toBe(4)
  })

  it('every edge names who takes it, its condition and an action that exists and is decided', () => {
    for (const { by, when, commands } of EDGES) {
      expect(by.length).toBeGreaterThan(0)
      expect(when).not.toBe('')
      expect(commands.length).toBeGreaterThan(0)
      for (const id of commands) {
        if (id.startsWith('clock.')) expect(by).toContain('system')
        else expect(decisionOf(id)).toBeDefined()
      }
    }
  })

  it('every action on a ticket is decided here, and every decision is an action', () => {
    const others = [
      'admitPhoto',
      'get',
      'mine',
      'queue',
      'figures',
      'docket',
      'similar',
      'proposals',
      'signSheet',
      'hotMatters',
      'nearby',
      'join',
      'joins',
      'rateJoin',
      'hotMatter',
      'search',
      'submit',
      'intake',
      'claim',
    ].map((id) => `ticket.${id}`)
    const actions = Object.keys(contracts).filter((id) => id.startsWith('ticket.') && !others.includes(id))
    expect(DECISIONS.map(({ id }) => id).sort()).toEqual(actions.sort())
  })
})

/** The same ticket at a township's own centre. */
const inTownship = (ticket: Ticket): Ticket => ({ ...ticket, centreUnitId: 'hill' })

/** The same ticket with somebody in every relation to it: two units, one above, a follower, an agent, a leader, the accused. */
const crowded = (ticket: Ticket): Ticket => ({
  ...ticket,
  ...(ticket.leadUnitId && { leadUnitId: 'supply' }),
  coUnits: [{ unitId: 'police' }],
  audience: [...ticket.audience, personKey(people.stranger.id)],
  filedBy: people.agent.id,
  sentTo: [people.leader.id, people.leader2.id],
  accused: { unitIds: ['town2'], personIds: [people.operator2.id] },
})

describe('every action × relation × status', () => {
  const tickets = inEveryStatus()

  it('the people of these tests stand in every relation there is', () => {
    const found = [tickets.handling, crowded(tickets.handling), ofTownship()].flatMap((ticket) =>
      everybody.map((actor) => relationTo(ticket, actor, county)),
    )
    expect([...new Set(found)].sort()).toEqual([...TICKET_RELATIONS].sort())
  })

  it('has a ticket in every status', () => {
    expect(Object.keys(tickets).sort()).toEqual([...statuses].sort())
    for (const status of statuses) expect(tickets[status].status).toBe(status)
  })

  const codeOf = (run: () => Ticket): string | Ticket => {
    try {
      return run()
    } catch (error) {
      if (error instanceof AppError) return error.code
      throw error
    }
  }
  const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'WRONG_STATE']
  const good = (id: string, ticket: Ticket, now: Date): Record<string, unknown> => {
    const own: Record<string, Record<string, unknown>> = {
      'ticket.dispatch': inputs.dispatch,
      'ticket.submitResult': inputs.result,
      'ticket.rate': inputs.rating,
    }
    return { ...inputFor(id, ticket, now, 2, 6), ...own[id] }
  }

  it.each(statuses)(
    '%s: refused by access, post or status exactly as the tables say; else moves along an edge',
    (status) => {
      const ticket = tickets[status]
      const tries = [ticket, crowded(ticket), inTownship(ticket)].map((each) => tryAll(each, status))
      expect(tries.flatMap(({ wrong }) => wrong)).toEqual([])
      expect(tries.some(({ moved }) => moved > 0)).toBe(status !== 'withdrawn')
    },
  )

  /** Every person tries every action: how many of them moved the ticket, and what is not as the tables say. */
  function tryAll(ticket: Ticket, status: Status): { moved: number; wrong: string[] } {
    const now = new Date(ticket.events[ticket.events.length - 1]!.at.getTime() + 60_000)
    const env = envAt(now)
    const wrong: string[] = []
    let moved = 0
    for (const actor of everybody as Actor[]) {
      const offered = availableCommands(ticket, actor, env)
      for (const decision of DECISIONS) {
        const { id } = decision
        // Written down rather than expected one by one: there are tens of thousands.
        const check = (right: boolean, what: string) => {
          if (!right) wrong.push(`${actor.id} ${id} ${status}: ${what}`)
        }
        const command = { id, input: good(id, ticket, now), key: 'k', inputHash: 'h' }
        const outcome = codeOf(() => decide(ticket, command, actor, env))
        const expected = !canRead(ticket, actor, county)
          ? 'NOT_FOUND'
          : !may(id, actor.role, relationTo(ticket, actor, county))
            ? 'FORBIDDEN'
            : !isInTime(decision, status)
              ? 'WRONG_STATE'
              : undefined
        if (expected) {
          check(outcome === expected, `${expected} expected`)
          check(!offered.includes(id), 'offered')
          continue
        }
        if (typeof outcome === 'string') {
          check(!REFUSALS.includes(outcome), outcome)
          continue
        }
        check(offered.includes(id), 'not offered')
        if (outcome.status === status) continue
        moved++
        const edge = outcome.events[outcome.events.length - 1]!.edge as EdgeId
        check(
          edgeFrom(edge, status, id)?.to.includes(outcome.status) === true,
          `${edge} to ${outcome.status}`,
        )
        check(statusesOf(id).includes(status), 'not an action of this status')
      }
    }
    return { moved, wrong }
  }
})
