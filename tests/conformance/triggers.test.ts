/** Timers of the functions: `platform` "Cloud functions", by the settable clock. */
import { createClock } from '../../localcloud/triggers/clock'
import { startTestCloud, stopTestClouds, type TestCloud, type TestFunction } from './support/cloud'

afterAll(stopTestClouds)

const timer = (name: string, config: string) => ({ triggers: [{ name, type: 'timer', config }] })
const RECORD = `exports.main = async (event) => ({ event, wx: cloud.getWXContext(), offset: process.env.MINSHENG_NOW_OFFSET_MS })`
const START = new Date('2026-11-22T02:00:30Z')

const cloudAt = (functions: Record<string, TestFunction>): Promise<TestCloud> =>
  startTestCloud(functions, { clock: createClock(START), rules: { '*': { invoke: false } } })

describe('a timer', () => {
  it('fires when the clock has reached it, in UTC+8, with its event, SOURCE wx_trigger and nobody’s OPENID', async () => {
    const cloud = await cloudAt({
      clock: { source: RECORD, config: timer('daily', '0 30 10 * * * *') },
      plain: { source: RECORD },
    })
    cloud.clock.advance(29 * 60_000)
    expect(await cloud.triggers.runDue()).toEqual([])
    cloud.clock.advance(60_000)
    const [firing, ...none] = await cloud.triggers.runDue()
    expect(none).toEqual([])
    expect(firing).toMatchObject({ functionName: 'clock', due: new Date('2026-11-22T02:30:00Z') })
    const { event, wx, offset } = firing!.reply as Record<'event' | 'wx' | 'offset', unknown>
    expect(event).toEqual({ Type: 'Timer', TriggerName: 'daily', Time: '2026-11-22T02:30:00Z', Message: '' })
    expect(wx).toEqual({ APPID: 'wx0000000000000000', ENV: 'local-env', SOURCE: 'wx_trigger' })
    expect(Math.abs(Date.now() + Number(offset) - cloud.clock.now().getTime())).toBeLessThan(1000)
    expect(await cloud.triggers.runDue()).toEqual([])
  })

  it('runs although clients may not call its function', async () => {
    const cloud = await cloudAt({ clock: { source: RECORD, config: timer('minute', '0 * * * * * *') } })
    await expect(cloud.functions.call('clock', {}, { openid: 'o-alice' })).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    })
    expect((await cloud.triggers.fire('clock')).reply).toBeDefined()
    expect((await cloud.triggers.fire('minute')).functionName).toBe('clock')
    await expect(cloud.triggers.fire('nobody')).rejects.toThrow('nobody')
  })

  it('fires once for a stretch it slept through, for the last moment of it', async () => {
    const cloud = await cloudAt({ clock: { source: RECORD, config: timer('minute', '0 * * * * * *') } })
    cloud.clock.advance(40 * 86_400_000)
    const fired = await cloud.triggers.runDue()
    expect(fired.map(({ due }) => due.toISOString())).toEqual(['2027-01-01T02:00:00.000Z'])
  })

  it('follows a clock that is set back', async () => {
    const cloud = await cloudAt({ clock: { source: RECORD, config: timer('hour', '0 0 * * * * *') } })
    cloud.clock.set(new Date('2026-11-20T05:30:00Z'))
    expect(await cloud.triggers.runDue()).toEqual([])
    cloud.clock.set(new Date('2026-11-20T06:00:00Z'))
    expect(await cloud.triggers.runDue()).toHaveLength(1)
  })

  it('several are run in the order of their moments; one that fails does not keep the next from running', async () => {
    const cloud = await cloudAt({
      a: { source: RECORD, config: timer('second', '0 10 11 * * * *') },
      b: {
        source: `exports.main = () => { throw new Error('broken') }`,
        config: timer('first', '0 5 11 * * * *'),
      },
    })
    cloud.clock.set(new Date('2026-11-22T04:00:00Z'))
    const fired = await cloud.triggers.runDue()
    expect(fired.map(({ functionName, error }) => [functionName, error])).toEqual([
      ['b', 'Error: broken'],
      ['a', undefined],
    ])
    expect(cloud.logged.join('\n')).toContain('timer first of b failed: Error: broken')
  })

  it('a look during a long run does not fire the same moment again', async () => {
    const cloud = await cloudAt({
      clock: {
        source: `exports.main = () => new Promise((resolve) => setTimeout(resolve, 100))`,
        config: timer('minute', '0 * * * * * *'),
      },
    })
    cloud.clock.advance(60_000)
    const looks = await Promise.all([
      cloud.triggers.runDue(),
      cloud.triggers.runDue(),
      cloud.triggers.runDue(),
    ])
    expect(looks.flat()).toHaveLength(1)
  })

  it('interleaved with a person’s calls neither takes over the other’s identity', async () => {
    const cloud = await startTestCloud({
      clock: {
        source: `exports.main = async () => {
          const seen = []
          for (let i = 0; i < 5; i++) { seen.push(cloud.getWXContext().OPENID ?? 'nobody'); await new Promise((r) => setTimeout(r, 2)) }
          return seen
        }`,
        config: timer('minute', '0 * * * * * *'),
      },
    })
    const replies = await Promise.all([
      cloud.functions.call('clock', {}, { openid: 'o-alice' }),
      cloud.triggers.fire('clock').then(({ reply }) => reply),
      cloud.functions.call('clock', {}, { openid: 'o-bob' }),
    ])
    expect(replies).toEqual(['o-alice', 'nobody', 'o-bob'].map((who) => new Array(5).fill(who)))
  })
})
