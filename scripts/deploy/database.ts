import type { CollectionSpec, IndexSpec } from '../../localcloud/store'
import type { DatabasePermission } from '../../localcloud/store/permissions'
import { DeployFailure } from './failure'
import type { CloudBase, CloudIndex, NewIndex } from './libraries'

/** What has to be made so that the cloud has what `deploy/collections.json` declares. */
export interface DatabaseChanges {
  collections: string[]
  indexes: { collection: string; index: IndexSpec }[]
  /** In the cloud but not declared: told, never dropped, because data may depend on them. */
  extra: string[]
}

const PAGE = 100
/** Made by the cloud itself for every collection. */
const OWN_KEYS = new Set(['_id', '_openid'])

/**
 * Compares the declaration with the cloud, changing nothing. Throws DeployFailure when an index of the same name has
 * other fields: it must be dropped by a person, who knows what it costs.
 */
export async function compareDatabase(
  cloud: CloudBase,
  declared: readonly CollectionSpec[],
): Promise<DatabaseChanges> {
  const present = await listCollections(cloud)
  const changes: DatabaseChanges = { collections: [], indexes: [], extra: [] }
  changes.extra.push(...present.filter((name) => !declared.some((each) => each.name === name)))
  for (const { name, indexes } of declared) {
    const isNew = !present.includes(name)
    if (isNew) changes.collections.push(name)
    const found = isNew ? [] : ((await cloud.database.describeCollection(name)).Indexes ?? []).filter(isOurs)
    for (const index of indexes) {
      const same = found.find(({ Name }) => Name === index.name)
      if (!same) changes.indexes.push({ collection: name, index })
      else if (keysOf(same) !== keysOf(toCloudIndex(index))) {
        throw new DeployFailure(
          `云上 ${name} 的索引 ${index.name} 是（${keysOf(same)}），deploy/collections.json 里是（${keysOf(toCloudIndex(index))}）；请换个名字，或先在云开发控制台删掉旧的`,
        )
      }
    }
    const undeclared = found.filter(({ Name }) => !indexes.some((index) => index.name === Name))
    changes.extra.push(...undeclared.map(({ Name }) => `${name}.${Name}`))
  }
  return changes
}

/**
 * Makes what is missing. A new collection is closed to clients before anything else happens to it, and the permission
 * of every declared collection is read back.
 */
export async function applyDatabase(
  cloud: CloudBase,
  envId: string,
  declared: readonly CollectionSpec[],
  permission: DatabasePermission,
  changes: DatabaseChanges,
  say: (line: string) => void,
): Promise<void> {
  for (const { name } of declared) {
    if (changes.collections.includes(name)) {
      await cloud.database.createCollection(name)
      say(`新建集合 ${name}`)
    }
    if (await close(cloud, envId, name, permission)) say(`集合 ${name}：权限改为 ${permission}`)
  }
  for (const { collection, index } of changes.indexes) {
    await cloud.database.updateCollection(collection, { CreateIndexes: [toCloudIndex(index)] })
    say(`新建索引 ${collection}.${index.name}`)
  }
}

async function listCollections({ database }: CloudBase): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const { Collections, Pager } = await database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length })
    names.push(...Collections.map(({ CollectionName }) => CollectionName))
    if (Collections.length === 0 || names.length >= Pager.Total) return names
  }
}

/** Sets the permission where it is another one. Answers whether it was. */
async function close(
  cloud: CloudBase,
  EnvId: string,
  CollectionName: string,
  permission: DatabasePermission,
): Promise<boolean> {
  const api = cloud.commonService('tcb', '2018-06-08')
  const current = async () =>
    (await api.call({ Action: 'DescribeDatabaseACL', Param: { EnvId, CollectionName } })).AclTag
  if ((await current()) === permission) return false
  await api.call({ Action: 'ModifyDatabaseACL', Param: { EnvId, CollectionName, AclTag: permission } })
  const now = await current()
  if (now === permission) return true
  throw new DeployFailure(`集合 ${CollectionName} 的权限没有改成 ${permission}，云上仍是 ${String(now)}`)
}

const isOurs = ({ Keys }: CloudIndex): boolean => !(Keys.length === 1 && OWN_KEYS.has(Keys[0]!.Name ?? ''))

/** The cloud makes an index multikey by itself when a field holds an array. */
function toCloudIndex({ name, fields, unique = false }: IndexSpec): NewIndex {
  return {
    IndexName: name,
    MgoKeySchema: {
      MgoIsUnique: unique,
      MgoIndexKeys: fields.map(({ path, type, direction }) => ({
        Name: path,
        Direction: type === 'point' ? '2dsphere' : direction === 'desc' ? '-1' : '1',
      })),
    },
  }
}

/** Fields, directions and uniqueness as one text to compare. */
function keysOf(index: CloudIndex | NewIndex): string {
  const [keys, unique] =
    'Keys' in index
      ? [index.Keys, index.Unique === true]
      : [index.MgoKeySchema.MgoIndexKeys, index.MgoKeySchema.MgoIsUnique]
  return keys.map(({ Name, Direction }) => `${Name} ${Direction}`).join(', ') + (unique ? ' 唯一' : '')
}
