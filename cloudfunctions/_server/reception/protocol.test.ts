import fc from 'fast-check'
import { ReceptionCounty, type Wish } from './testing/county'
import { enter, World } from './testing/world'

jest.mock('../platform/database', () => jest.requireActual<{ database: object }>('./testing/world').database)
jest.mock('../platform/clock', () => jest.requireActual<{ clock: object }>('./testing/world').clock)
jest.mock('../platform/openapi', () => ({}))
jest.mock('../platform/files', () => ({}))

/**
 * R-A4: the real services against a database in memory, with any number of calls at once, in any order, dying, losing
 * replies and racing the clock at every request. A reference day on paper watches every write.
 */

/** One run is as much work as some hundred of a pure function. */
const RUNS = Math.ceil((fc.readConfigureGlobal().numRuns ?? 200) * 0.3)

const wish = fc.record<Wish>({
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constant('book' as const) },
    { weight: 5, arbitrary: fc.constant('wait' as const) },
    { weight: 5, arbitrary: fc.constant('cancel' as const) },
    { weight: 4, arbitrary: fc.constant('confirm' as const) },
    { weight: 4, arbitrary: fc.constant('move' as const) },
    { weight: 2, arbitrary: fc.constant('walkIn' as const) },
    { weight: 3, arbitrary: fc.constant('phone' as const) },
    { weight: 1, arbitrary: fc.constant('swap' as const) },
    { weight: 1, arbitrary: fc.constant('moveDay' as const) },
    { weight: 4, arbitrary: fc.constant('clock' as const) },
    { weight: 3, arbitrary: fc.constant('again' as const) },
    { weight: 2, arbitrary: fc.constant('sleep' as const) },
  ),
  who: fc.nat(11),
  day: fc.nat(11),
  slot: fc.nat(11),
})

interface Run {
  seed: number
  people: number
  capacity: number
  left: number
  /** How eagerly new calls begin while others are under way, of ten. */
  hurry: number
  /** Of a hundred requests so many go wrong. */
  trouble: number
  wishes: Wish[]
}

const run = fc.record<Run>({
  seed: fc.nat(),
  people: fc.integer({ min: 2, max: 5 }),
  capacity: fc.constantFrom(1, 5, 20),
  left: fc.integer({ min: 0, max: 2 }),
  hurry: fc.integer({ min: 1, max: 8 }),
  trouble: fc.constantFrom(0, 3, 12),
  wishes: fc.array(wish, { minLength: 4, maxLength: 30 }),
})

/** Numbers from 0 to 1, the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const want = (what: Wish['what'], who: number): Wish => ({ what, who, day: 0, slot: 0 })
/** A seat given back while somebody waits, and a third person who is quicker than the clock. */
const GIVEN_BACK = [1, 2].map((seed): [Run] => [
  {
    seed,
    people: 3,
    capacity: 1,
    left: 1,
    hurry: 0,
    trouble: 0,
    wishes: [want('book', 0), want('wait', 1), want('cancel', 0), want('book', 2), want('clock', 0)],
  },
])
/** A day that goes to another leader or date while somebody books it. */
const LEADER_AWAY = (['swap', 'moveDay'] as const).flatMap((away) =>
  Array.from({ length: 8 }, (_, seed): [Run] => [
    {
      seed,
      people: 2,
      capacity: 1,
      left: 1,
      hurry: 5,
      trouble: 0,
      wishes: [want('cancel', 0), want('again', 0), want('book', 0), want('confirm', 0), want(away, 0)],
    },
  ]),
)

const EXAMPLES = [...GIVEN_BACK, ...LEADER_AWAY]

it('R-A3, R-A4 however calls race, die and come again: seats are bookings, nobody has two, nobody waits before a free seat', async () => {
  await fc.assert(
    fc.asyncProperty(run, async ({ seed, people, capacity, left, hurry, trouble, wishes }) => {
      const chance = chanceOf(seed)
      const world = enter(new World(chance, trouble))
      const county = new ReceptionCounty(world, people, capacity, Math.min(left, capacity))
      for (const each of wishes) {
        while (chance() * 10 > hurry && (await world.advance()));
        county.wish(each)
      }
      await county.rest()
      county.expectSound()
      expect(county.faults).toEqual([])
    }),
    { numRuns: EXAMPLES.length + RUNS, examples: EXAMPLES },
  )
}, 60_000)
