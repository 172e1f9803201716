import { backedOff, type Waking } from './backing-off'

it('a document that cannot be woken comes later and later, and is stuck after eight failures', () => {
  const start = new Date(0)
  let document: Waking = { _id: 'a', version: 1, wakeAt: start }
  const minutes: (number | undefined)[] = []
  for (let n = 0; n < 8; n++) {
    document = backedOff(document, start)
    minutes.push(document.wakeAt && document.wakeAt.getTime() / 60_000)
  }
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, undefined])
  expect(document).toEqual({ _id: 'a', version: 1, failures: 8, stuckAt: start })
})
