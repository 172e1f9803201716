/** A function's query without a declared index fails the test that made it, whichever harness it runs in. */
import type { CollectionSpec } from '../../localcloud/store'
import { watchIndexes } from '../support/indexes'
import { startTestCloud, stopTestClouds } from './support/cloud'

afterAll(stopTestClouds)

const COLLECTIONS: CollectionSpec[] = [
  { name: 'notes', indexes: [{ name: 'by', fields: [{ path: 'by', type: 'string' }] }] },
]
const source = `
const db = cloud.database()
exports.main = async ({ where, change, stages, inTransaction }) => {
  if (stages) return db.collection('notes').aggregate().match(where).end()
  if (change) return db.collection('notes').where(where).update({ data: { seen: true } })
  if (inTransaction) return db.runTransaction((t) => t.collection('notes').where(where).get())
  return db.collection('notes').where(where).get()
}`
const alice = { openid: 'o-alice' }

async function watchedCloud() {
  const cloud = await startTestCloud({ ask: { source } }, { collections: COLLECTIONS })
  cloud.store.import('notes', [{ _id: 'n1', by: 'o-alice', topic: 'road' }])
  return { cloud, check: watchIndexes(cloud) }
}

it.each([
  ['find', { where: { topic: 'road' } }],
  ['find', { where: {} }],
  ['update', { where: { topic: 'road' }, change: true }],
  ['aggregate', { where: { topic: 'road' }, stages: true }],
  ['find', { where: { topic: 'road' }, inTransaction: true }],
])('%s %j is named with its collection and conditions', async (action, event) => {
  const { cloud, check } = await watchedCloud()
  await cloud.call('ask', event, alice)
  expect(check).toThrow(
    `queries without an index:\n${JSON.stringify({ collection: 'notes', action, query: event.where, order: {} })}`,
  )
})

it('queries with an index are fine, also on several threads at once', async () => {
  const { cloud, check } = await watchedCloud()
  const events = [{ where: { by: 'o-alice' } }, { where: { _id: 'n1', topic: 'road' } }]
  await Promise.all([...events, ...events].map((event) => cloud.call('ask', event, alice)))
  expect(check).not.toThrow()
})

it('what a test looks up itself does not count, not even while a function is asking', async () => {
  const { cloud, check } = await watchedCloud()
  let asking = true
  const calls = Array.from({ length: 5 }, () => cloud.call('ask', { where: { by: 'o-alice' } }, alice))
  const done = Promise.all(calls).then(() => (asking = false))
  while (asking) {
    cloud.store.find('notes', { query: { topic: 'road' } })
    await new Promise(setImmediate)
  }
  await done
  expect(check).not.toThrow()
})
