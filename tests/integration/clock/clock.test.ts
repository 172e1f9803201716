import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '@core/notices'
import { inputs, inStatus, newCitizen, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

const MINUTE = 60_000
const templates = {
  'ticket.progress': {
    id: 'tpl-progress',
    fields: { thing1: 'title', thing2: 'words' },
    page: 'pages/inbox/index',
  },
}

let county: County
let answer: 'ok' | number = 'ok'
beforeAll(async () => {
  county = await startCounty({
    functionEnv: {
      MINSHENG_SECRET_ENC: Buffer.alloc(32, 1).toString('base64'),
      MINSHENG_SECRET_HMAC: Buffer.alloc(32, 2).toString('base64'),
      MINSHENG_SUBSCRIBE_TEMPLATES: JSON.stringify(templates),
    },
    faults: {
      openapi: {
        'subscribeMessage.send': () =>
          answer === 'ok'
            ? undefined
            : answer < -600000
              ? { platformError: answer }
              : { errcode: answer, errmsg: 'no' },
      },
    },
  })
})
afterAll(() => county.close())
afterEach(() => {
  answer = 'ok'
})

describe('the clock', () => {
  it('runs for its timer and for nobody else', async () => {
    await expect(county.as('citizen-1').raw('clock.run', {})).rejects.toThrow('PERMISSION_DENIED')
    const open = await startCounty({ functionRulesFile: anybody() })
    try {
      const envelope = await open.cloud.functions.call(
        'clock',
        { requestId: newRequestId() },
        { openid: 'citizen-1' },
      )
      expect(envelope).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    } finally {
      await open.close()
    }
  })

  it('makes tomorrow’s numbers ready', async () => {
    await county.advance(MINUTE)
    expect(county.document('numbers', 'LH20261125.0')).toEqual({ _id: 'LH20261125.0', claims: [] })
  })

  it('R-L4 warns the unit at 80 % and at the deadline, once each', async () => {
    const fresh = await startCounty()
    try {
      const { id } = await inStatus(fresh, 'handling')
      const { soonAt, deadline } = fresh.document('tickets', id).clock
      const titles = () =>
        fresh
          .documents<Notice>('inbox', { ticketId: id, personId: 'handler-water' })
          .map(({ title }) => title)
      const lists: string[] = []
      for (const moment of [soonAt!, soonAt!, deadline!, deadline!]) {
        await fresh.advance(Math.max(MINUTE, moment.getTime() - fresh.cloud.clock.now().getTime() + 1000))
        for (const view of ['soon', 'late'] as const) {
          const { items } = await fresh.as('handler-water').ok('ticket.queue', { view })
          if (items.some((card) => card.id === id && card.due?.state === view)) lists.push(view)
        }
      }
      expect(lists).toEqual(['soon', 'soon', 'late', 'late'])
      expect(titles().filter((title) => title === '即将到期')).toHaveLength(1)
      expect(titles().filter((title) => title === '已经超期')).toHaveLength(1)
    } finally {
      await fresh.close()
    }
  })

  it('R-N2 one that cannot be woken comes later and later, is stuck after eight failures, and holds up nobody', async () => {
    const fresh = await startCounty()
    try {
      const [broken, good] = [await submitted(fresh), await submitted(fresh)]
      const stored = fresh.document('tickets', broken.id)
      const due = fresh.cloud.clock.now()
      const outbox = [{ seq: 1, to: 'nobody-knows:this', template: 't', title: 'x', words: 'x' }]
      fresh.cloud.store.update(
        'tickets',
        { _id: broken.id },
        { $set: { outbox, wakeAt: due } },
        { multi: false },
      )
      for (let n = 0; n < 9; n++) await fresh.advance(2 ** n * MINUTE)
      const after = fresh.document('tickets', broken.id)
      expect(after).toMatchObject({ failures: 8, status: stored.status })
      expect(after.stuckAt).toBeInstanceOf(Date)
      expect(after.wakeAt).toBeUndefined()
      expect(fresh.document('tickets', good.id).failures).toBeUndefined()
      expect(fresh.lines.join('\n')).toContain('could not be woken')
      // Whoever moves it on sets it free.
      await fresh.as('operator-1').ok('ticket.dispatch', { ticketId: good.id, ...inputs.dispatch })
    } finally {
      await fresh.close()
    }
  })
})

describe('R-N1 subscribe messages', () => {
  const pushOf = (person: string) =>
    county.documents<Notice>('inbox', { personId: person }).map(({ push }) => push?.state)
  const sent = (person: string) =>
    county.cloud.openapi
      .records({ api: 'subscribeMessage.send' })
      .filter(({ request }) => request.touser === person)

  it('go out once, with the words cut to what WeChat takes', async () => {
    const { reporter } = await submitted(county)
    expect(pushOf(reporter)).toEqual(['pending'])
    await county.advance(MINUTE)
    await county.advance(MINUTE)
    expect(pushOf(reporter)).toEqual(['sent'])
    expect(sent(reporter)).toHaveLength(1)
    const { data } = sent(reporter)[0]!.request as { data: Record<string, { value: string }> }
    expect(data.thing1!.value).toBe('已经收到')
    expect([...data.thing2!.value]).toHaveLength(20)
  })

  it('R-N2 a refusal for good is not tried again, the inbox has it anyway', async () => {
    const { reporter } = await submitted(county)
    answer = 43101
    await county.advance(MINUTE)
    await county.advance(MINUTE)
    expect(pushOf(reporter)).toEqual(['noConsent'])
    expect(sent(reporter)).toHaveLength(1)
  })

  it('R-N2 what the platform did not pass on is tried again', async () => {
    const { reporter } = await submitted(county)
    answer = -604100
    await county.advance(MINUTE)
    expect(pushOf(reporter)).toEqual(['pending'])
    answer = 'ok'
    await county.advance(3 * MINUTE)
    expect(pushOf(reporter)).toEqual(['sent'])
  })

  it('R-N2 what nobody can say went out is never sent again by itself', async () => {
    const { reporter } = await submitted(county)
    answer = -1
    await county.advance(MINUTE)
    expect(pushOf(reporter)).toEqual(['unknown'])
    answer = 'ok'
    await county.advance(10 * MINUTE)
    expect(pushOf(reporter)).toEqual(['unknown'])
    expect(sent(reporter)).toHaveLength(1)
  })

  it('nobody is sent to who is not one of WeChat’s', async () => {
    const person = `ph_${newCitizen()}`
    await submitted(county, {}, person)
    await county.advance(MINUTE)
    expect(pushOf(person)).toEqual([undefined])
  })
})

/** A rule file that lets anybody call anything. */
function anybody(): string {
  const file = join(county.dataDir, 'anybody.json')
  writeFileSync(file, '{ "*": { "invoke": true } }')
  return file
}
