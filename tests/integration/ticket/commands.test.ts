import type { ActionId } from '@core/contracts'
import { PERMISSIONS } from '@core/people/permissions'
import { statusesOf } from '@core/ticket/edges'
import { STATUSES, type Status } from '@core/ticket/words'
import {
  extensionAsked,
  fromAbove,
  handedDown,
  inStatus,
  ordered,
  photographed,
  proposedUnreasonable,
  reviewedWithoutReporter,
  submitted,
  thirdTimeDissatisfied,
  townLed,
  whistled,
  withCoUnit,
  type Matter,
} from '../../factories/matters'
import { ON_A_TICKET, personFor, SAMPLES, type Scene } from '../../factories/samples'
import { newRequestId, startCounty, type County } from '../harness'

/** What holds for every command on a ticket, whoever gives it. */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const READS = ['ticket.get', 'ticket.docket', 'ticket.signSheet', 'ticket.similar']
/** A draft takes days to come about: orders.test.ts drops one. */
const TAKES_DAYS = ['ticket.dropOrder']
/** Anybody may, on a public matter only, and it is no event of the ticket: nearby.test.ts. */
const FROM_OUTSIDE = ['ticket.join', 'ticket.rateJoin']
const COMMANDS = ON_A_TICKET.filter(
  (action) => action.startsWith('ticket.') && ![...READS, ...TAKES_DAYS, ...FROM_OUTSIDE].includes(action),
)
const EDGES = COMMANDS.filter((action) => statusesOf(action).length > 0)

/** Where a command's sample works, if not in the first status its edges leave. */
const HOME: Partial<Record<ActionId, Status>> = {
  'ticket.withdraw': 'submitted',
  'ticket.redo': 'inJudgement',
  'ticket.orderRedo': 'awaitingRating',
  'ticket.proposeUnreasonable': 'inJudgement',
  'ticket.urge': 'submitted',
  'ticket.split': 'submitted',
  'ticket.sendDown': 'submitted',
}
const homeOf = (action: ActionId): Status => HOME[action] ?? statusesOf(action)[0] ?? 'handling'

/** Splitting writes the other part as well, and that it is made; merging asks for those who joined, and for the main; assigning for the colleague, and whether they are still there; approving looks at what the unit wrote last (R-H5). */
const MOST: Partial<Record<ActionId, number>> = {
  'ticket.split': 6,
  'ticket.merge': 6,
  'ticket.assign': 6,
  'ticket.approve': 6,
  'ticket.closeWithoutReporter': 6,
}

/** What some commands need of the matter besides its status. */
const SPECIAL: Partial<Record<ActionId, () => Promise<Matter>>> = {
  'ticket.passOnPraise': () => submitted(county, { kind: 'praise' }),
  'ticket.collect': () => submitted(county, { kind: 'suggestion' }),
  'ticket.concurUnreasonable': () => proposedUnreasonable(county),
  'ticket.coUnitPart': () => withCoUnit(county),
  'ticket.coUnitObject': () => withCoUnit(county),
  'ticket.checkIn': () => photographed(county),
  'ticket.decideExtension': () => extensionAsked(county),
  'ticket.whistle': () => townLed(county),
  'ticket.confirmWhistle': () => whistled(county),
  'ticket.replyUpward': () => fromAbove(county),
  'ticket.sendUp': () => handedDown(county),
  'ticket.answerOrder': () => ordered(county),
  'ticket.liftOrder': () => ordered(county),
  'ticket.conclude': () => thirdTimeDissatisfied(county),
  'ticket.closeWithoutReporter': () => reviewedWithoutReporter(county),
}

async function sceneFor(action: ActionId): Promise<Scene> {
  const matter = await (SPECIAL[action]?.() ?? inStatus(county, homeOf(action)))
  return { matter, main: await submitted(county), bookingId: 'none' }
}
const stored = ({ matter }: Scene) => JSON.stringify(county.document('tickets', matter.id))
const give = (action: ActionId, scene: Scene, as = personFor(action, scene), requestId = newRequestId()) =>
  county.as(as).raw(action, SAMPLES[action].input(scene), requestId)

/** One matter a status: commands that are refused leave it there. */
const scenes = new Map<Status, Scene>()
beforeAll(async () => {
  for (const status of Object.keys(STATUSES) as Status[]) {
    scenes.set(status, {
      matter: await inStatus(county, status),
      main: await submitted(county),
      bookingId: 'none',
    })
  }
})

describe.each(COMMANDS)('%s', (action) => {
  it('does it once in few database requests, answers a retry alike, and refuses the request for anything else', async () => {
    const scene = await sceneFor(action)
    const requestId = newRequestId()
    const first = await give(action, scene, undefined, requestId)
    expect(first).toMatchObject({ ok: true })
    const { events } = county.document('tickets', scene.matter.id)
    expect((await county.logOf(requestId)).database).toBeLessThanOrEqual(MOST[action] ?? 5)

    const again = await give(action, scene, undefined, requestId)
    expect(again).toMatchObject({ ok: true })
    if (first.ok && again.ok && action !== 'ticket.unmask') {
      const [a, b] = [first.data, again.data] as { ticket: { status: string; timeline: unknown[] } }[]
      expect([b!.ticket.status, b!.ticket.timeline.length]).toEqual([
        a!.ticket.status,
        a!.ticket.timeline.length,
      ])
    }
    const sample = SAMPLES[action].input(scene)
    const other = { ...sample, ...(OTHER_INPUT[action] ?? ('words' in sample ? OTHER_WORDS : {})) }
    const reused = await county.as(personFor(action, scene)).raw(action, other, requestId)
    // `urge` and `sign` name the ticket and nothing else: there is no other input.
    if (Object.keys(sample).length > 1)
      expect(reused).toMatchObject({ ok: false, error: { code: 'REQUEST_REUSED' } })
    expect(county.document('tickets', scene.matter.id).events).toEqual(events)
  })

  it('is nobody’s without a part in it, and changes nothing', async () => {
    const scene = scenes.get(homeOf(action))!
    const before = stored(scene)
    const readers: [person: string, relation: string, role: string][] = [
      [scene.matter.reporter, 'reporter', 'citizen'],
      ['operator-2', 'centre', 'operator'],
      ['supervisor-1', 'supervision', 'supervisor'],
      ['handler-water', 'leadUnit', 'handler'],
    ]
    const grant: Partial<Record<string, readonly string[]>> = PERMISSIONS[action]
    const others = readers
      .filter(([, relation, role]) => !grant[relation]?.includes(role))
      .map(([person]) => person)
    for (const person of [
      ...others,
      'somebody-else',
      'agent-1',
      'admin-1',
      'head-urban',
      'handler-urban',
      'left-1',
    ]) {
      expect({ person, ...(await give(action, scene, person)) }).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/) },
      })
    }
    expect(stored(scene)).toBe(before)
  })
})

const OTHER_WORDS = { words: '换了一种说法，是另一件事。' }
/** Commands without words: another input for the same request. */
const OTHER_INPUT: Partial<Record<ActionId, Record<string, unknown>>> = {
  'ticket.unmask': { purpose: 'desk' },
  'ticket.recordCallback': { solved: 'partly' },
  'ticket.passOnPraise': { unitId: 'urban' },
  'ticket.split': {
    parts: [1, 2].map(() => ({ words: '另一种分法，把这件事分开来办理', photos: [] })),
  },
  'ticket.sendBack': { missing: '请补充现场照片和材料' },
  'ticket.refuse': { goTo: '另一个地方' },
  'ticket.approve': { overrule: '另一个理由，可以通过' },
  'ticket.submitResult': { found: '另一种说法，现场看过了' },
  'ticket.returnTicket': { basis: '另一个依据，不在辖区' },
}

it('nobody who is not signed in gets as far as the function', async () => {
  await expect(county.as(null).raw('ticket.mine', { tab: 'open' })).rejects.toThrow('PERMISSION_DENIED')
})

describe('wrong state', () => {
  it.each(EDGES)(
    '%s is refused in every status its edges do not leave, and changes nothing',
    async (action) => {
      for (const [status, scene] of scenes) {
        if (statusesOf(action).includes(status)) continue
        const before = stored(scene)
        // The unit and the leader do not even know of tickets that were not sent to them.
        expect({ status, ...(await give(action, scene)) }).toMatchObject({
          ok: false,
          error: { code: expect.stringMatching(/^(WRONG_STATE|RULE_REFUSED|NOT_FOUND|FORBIDDEN)$/) },
        })
        expect(stored(scene)).toBe(before)
      }
    },
  )
})
