import type { CollectionSpec, Store } from '../store'

/** Somebody of the demo one can sign in as. */
export interface DemoPerson {
  /** The openid their calls carry. */
  id: string
  name: string
  /** Role code of the domain, e.g. `operator`. */
  role: string
  /** 中文 of the role. */
  roleName: string
  unit?: string
  note?: string
}

/** Where the people come from; asked again each time, since seeding may still be under way. */
export type People = () => DemoPerson[] | Promise<DemoPerson[]>

/** Where the demo's seed writes them. Ours: no other cloud has a chooser, so `deploy/` does not declare it. */
export const DEMO_PEOPLE: CollectionSpec = {
  name: 'demoPeople',
  indexes: [{ name: 'shown', fields: [{ path: 'order', type: 'number' }] }],
}

/** A document of the collection `demoPeople`. */
interface DemoPersonDocument {
  _id: string
  name: string
  role: string
  roleName: string
  unitName?: string
  note?: string
}

/** The people in the collection `demoPeople`, in their `order`; none when there is no such collection. */
export function peopleFromStore(store: Store): People {
  return () => {
    try {
      return store
        .find(DEMO_PEOPLE.name, { query: {}, order: { order: 1 } })
        .map((text) => toPerson(JSON.parse(text)))
    } catch (error) {
      if ((error as { code?: string }).code === 'DATABASE_COLLECTION_NOT_EXIST') return []
      throw error
    }
  }
}

function toPerson({ _id, name, role, roleName, unitName, note }: DemoPersonDocument): DemoPerson {
  return {
    id: _id,
    name,
    role,
    roleName,
    ...(unitName === undefined ? {} : { unit: unitName }),
    ...(note === undefined ? {} : { note }),
  }
}
