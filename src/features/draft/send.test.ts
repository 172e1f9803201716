import type { CallBody, Envelope } from '@core/contracts'
import type { ErrorCode } from '@core/errors'
import { NetworkFailure } from '@/cloud'
import { emptyDraft, type Draft } from './draft'
import { onOutcome, sendReport, sendWaiting } from './send'
import { store } from './store'

const storage = new Map<string, unknown>()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
  },
}))

/** The way to the cloud, answering what a test tells it. */
const cloud = {
  owner: 'me',
  calls: [] as CallBody[],
  answer: (_body: CallBody): Promise<Envelope<unknown>> => Promise.reject(new NetworkFailure()),
  upload: (_path: string): Promise<string> => Promise.resolve('cloud://incoming/1'),
}
jest.mock('@transport', () => ({
  transport: {
    owner: () => cloud.owner,
    call: (_name: string, body: CallBody) => {
      cloud.calls.push(structuredClone(body))
      return cloud.answer(body)
    },
    uploadPhoto: ({ path }: { path: string }) => cloud.upload(path),
    keepPhoto: (photo: unknown) => Promise.resolve(photo),
  },
}))

const sent = { ticketId: 'k1', number: 'LH20261123-0001', next: '中心会看', until: 1 }
const accept = () => Promise.resolve({ ok: true as const, data: sent })
const refuse =
  (code: ErrorCode, retryable = false) =>
  () =>
    Promise.resolve({ ok: false as const, error: { code, message: '不行', retryable, requestId: 'r' } })
const lost = () => Promise.reject(new NetworkFailure())
const submits = () => cloud.calls.filter(({ action }) => action === 'ticket.submit')

const draft: Draft = { ...emptyDraft, words: '文化路的路灯坏了半个月' }

beforeEach(() => {
  storage.clear()
  Object.assign(cloud, { owner: 'me', calls: [], answer: accept })
})

describe('sending a report', () => {
  it('R-T2 forgets the draft and keeps the answer once it has arrived', async () => {
    store.saveDraft(draft)
    expect(await sendReport(draft)).toEqual({ state: 'sent', sent })
    expect(store.draft()).toEqual(emptyDraft)
    expect(store.waiting()).toBeUndefined()
    expect(store.sent()).toEqual(sent)
  })

  it('R-T2 tries again later as the same call, with the same words', async () => {
    cloud.answer = lost
    expect(await sendReport(draft)).toMatchObject({ state: 'waiting' })
    store.saveDraft({ ...draft, words: '后来又写了别的，不该混进去' })
    cloud.answer = accept
    expect(await sendWaiting()).toMatchObject({ state: 'sent' })
    const [first, second] = submits()
    expect(second).toEqual(first)
    expect(await sendWaiting()).toBeUndefined()
  })

  it('R-T2 a tap and the returning network at once are one call', async () => {
    cloud.answer = lost
    await sendReport(draft)
    cloud.answer = accept
    const outcomes = await Promise.all([sendWaiting(), sendWaiting()])
    expect(submits()).toHaveLength(2)
    expect(outcomes.map((outcome) => outcome?.state)).toEqual(['sent', 'sent'])
  })

  it('R-X4 a limit opens the draft again: nothing has been sent', async () => {
    cloud.answer = refuse('RATE_LIMITED', true)
    expect(await sendReport(draft)).toMatchObject({ state: 'refused' })
    expect(store.waiting()).toBeUndefined()
  })

  it('R-T2 a cloud that broke on the way keeps it waiting', async () => {
    cloud.answer = refuse('INTERNAL', true)
    expect(await sendReport(draft)).toMatchObject({ state: 'waiting' })
    expect(store.waiting()?.draft).toEqual(draft)
  })

  it('opens the draft again when the cloud says no, and the next try is a new call', async () => {
    store.saveDraft(draft)
    cloud.answer = refuse('INVALID_INPUT')
    expect(await sendReport(draft)).toMatchObject({ state: 'refused' })
    expect(store.draft()).toEqual(draft)
    await sendReport(draft)
    const [first, second] = submits()
    expect(second?.requestId).not.toBe(first?.requestId)
  })

  it('R-T2 a report changed after a lost answer keeps its name and cannot arrive twice', async () => {
    cloud.answer = lost
    await sendReport(draft)
    store.pause()
    expect(await sendWaiting()).toBeUndefined()
    cloud.answer = refuse('REQUEST_REUSED')
    expect(await sendReport({ ...draft, words: '改过以后的文字，多写了几句' })).toEqual({ state: 'arrived' })
    const [first, second] = submits()
    expect(second?.requestId).toBe(first?.requestId)
    expect(store.waiting()).toBeUndefined()
  })

  it('R-T2 sends photos first, and each of them once', async () => {
    const uploads: string[] = []
    cloud.upload = (path) => {
      uploads.push(path)
      return Promise.resolve('cloud://incoming/1')
    }
    cloud.answer = ({ action }) =>
      action === 'ticket.admitPhoto'
        ? Promise.resolve({ ok: true, data: { photo: 'photos/abcdefghij', url: 'https://x/1' } })
        : lost()
    await sendReport({ ...draft, photos: [{ key: 'a', path: 'wxfile://a' }] })
    await sendWaiting()
    expect(uploads).toEqual(['wxfile://a'])
    expect(submits().map(({ input }) => (input as { photos: string[] }).photos)).toEqual([
      ['photos/abcdefghij'],
      ['photos/abcdefghij'],
    ])
  })

  it('tells whoever listens how it ended', async () => {
    const told: string[] = []
    const stop = onOutcome(({ state }) => told.push(state))
    await sendReport(draft)
    stop()
    await sendReport(draft)
    expect(told).toEqual(['sent'])
  })

  it('R-P1 people who share a browser do not see each other’s drafts', () => {
    store.saveDraft(draft)
    cloud.owner = 'somebody else'
    expect(store.draft()).toEqual(emptyDraft)
  })
})
