import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SlotOffer } from '@core/contracts/reception/views'
import type { Booking, Day } from '@core/reception'
import { CloudError } from '../../../localcloud/protocol/errors'
import { newCitizen } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'
import { daysOf, MINUTE, request } from './days'

/** R-A4 with real calls at once through the whole local cloud. `npm run test:deep` sends ten times as many people. */
const SEATS = 20
const PEOPLE = Number(process.env.FC_RUNS ?? 200) > 200 ? 2000 : 200

const secret = () => randomBytes(32).toString('base64')
const functionEnv = { MINSHENG_SECRET_ENC: secret(), MINSHENG_SECRET_HMAC: secret() }

type Answer = Awaited<ReturnType<ReturnType<County['as']>['call']>>
const everybody = () =>
  Array.from({ length: PEOPLE }, () => ({ id: newCitizen(), requestId: newRequestId() }))

/** Seats are bookings, nobody has two, and whoever was told so has one. */
function expectAllSeated(county: County, dayId: string, told: readonly string[], taken: number): void {
  const { free, seats } = county.document<Day>('days', dayId)
  const seated = Object.values(seats.s1!).flatMap(({ state, personId }) =>
    state === 'booked' ? [personId] : [],
  )
  const booked = county
    .documents<Booking>('bookings', { dayId, state: 'booked' })
    .map(({ personId }) => personId)
  expect(seated).toHaveLength(taken)
  expect(free.s1).toBe(SEATS - taken)
  expect(new Set(seated).size).toBe(taken)
  expect([...booked].sort()).toEqual([...seated].sort())
  expect(seated).toEqual(expect.arrayContaining([...told]))
}

it(`R-A4 ${PEOPLE} people for ${SEATS} seats at once: exactly so many succeed, everybody else is offered the next free slots`, async () => {
  const county = await startCounty({ workers: 2 })
  try {
    const dayId = daysOf(() => county).newDay(SEATS)
    const answers = await Promise.all(
      everybody().map(async ({ id, requestId }) => ({
        id,
        answer: await county.as(id).call('reception.book', request(dayId), requestId),
      })),
    )
    const told = answers.filter(({ answer }) => answer.ok).map(({ id }) => id)
    expect(told).toHaveLength(SEATS)
    for (const { answer } of answers) {
      if (answer.ok) continue
      expect(answer.error.code).toBe('SLOT_TAKEN')
      const { others } = answer.error.data as { others: SlotOffer[] }
      expect(others[0]).toMatchObject({ dayId, slotId: 's2' })
    }
    expectAllSeated(county, dayId, told, SEATS)
  } finally {
    await county.close()
  }
}, 120_000)

it('R-A4 the same with lost requests, lost replies and processes killed in the middle: after retries and the clock every seat is somebody’s', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'minsheng-crowd-'))
  let seen = 0
  let hasFaults = true
  const faults = {
    database: () => {
      if (!hasFaults) return undefined
      seen++
      if (seen % 17 === 0) return 'drop-reply' as const
      return seen % 29 === 0 ? new CloudError('SYS_ERR', 'the database is away') : undefined
    },
  }
  const people = everybody().slice(0, PEOPLE / 2)
  const told = new Set<string>()
  let dayId = ''
  const sendAll = (county: County) =>
    Promise.all(
      people.map(async ({ id, requestId }) => {
        const answer = await county
          .as(id)
          .call('reception.book', request(dayId), requestId)
          .catch((): Answer | undefined => undefined)
        if (answer?.ok) told.add(id)
      }),
    )

  const first = await startCounty({ dataDir, functionEnv, faults, workers: 2 })
  dayId = daysOf(() => first).newDay(SEATS)
  const sent = sendAll(first)
  // In the middle: turned away, one takes four requests, and there are half as many as PEOPLE.
  while (seen < 1.5 * PEOPLE) await new Promise((resolve) => setTimeout(resolve, 5))
  // Every process of a function ends here, wherever it is.
  await first.cloud.close()
  await sent

  const second = await startCounty({ dataDir, functionEnv, faults, workers: 2, seed: false })
  try {
    for (let turn = 0; turn < 3; turn++) await sendAll(second)
    hasFaults = false
    await sendAll(second)
    for (let minute = 0; minute < 3; minute++) await second.advance(2 * MINUTE)
    expectAllSeated(second, dayId, [...told], SEATS)
    expect(second.documents<Booking>('bookings', { dayId, state: 'confirming' })).toEqual([])
  } finally {
    await second.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 120_000)
