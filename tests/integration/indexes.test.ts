/** The check behind every test of this folder: a query of the product without its declared index fails the test. */
import { loadCollections } from '../../localcloud/store'
import { newCitizen } from '../factories/matters'
import { startCounty } from './harness'

const withoutIndex = (collection: string, index: string) =>
  loadCollections('deploy/collections.json').map(({ name, indexes }) => ({
    name,
    indexes: name === collection ? indexes.filter((each) => each.name !== index) : indexes,
  }))

it('is content with the declared indexes', async () => {
  const county = await startCounty()
  await county.as(newCitizen()).ok('reception.mine', {})
  await county.close()
})

it('turns red when an index is no longer declared, and names the query', async () => {
  const county = await startCounty({ collections: withoutIndex('bookings', 'own') })
  await county.as('somebody').ok('reception.mine', {})
  await expect(county.close()).rejects.toThrow(
    'queries without an index:\n{"collection":"bookings","action":"find","query":{"personId":"somebody"}',
  )
})
