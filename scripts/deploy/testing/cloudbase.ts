import type {
  CloudBase,
  CloudFunction,
  CloudIndex,
  FunctionSettings,
  Libraries,
  NewIndex,
  Timer,
} from '../libraries'

/** What lies in a county's cloud, as far as a deployment sees it. */
export interface CloudState {
  collections: Map<string, { acl: string; indexes: CloudIndex[] }>
  functions: Map<string, CloudFunction & Partial<FunctionSettings>>
  storage: { acl: string; rule?: object }
  functionRule: string
  /** Uploaded mini-programs. */
  uploads: { options: Record<string, unknown>; project: Record<string, unknown> }[]
}

export interface FakeCloud {
  state: CloudState
  cloud: CloudBase
  libraries: Libraries
  /** Every change, in order: `createCollection tickets`. */
  changes: string[]
  /** Makes calls of this name fail with this error, or do nothing at all. */
  break(call: string, how: Error | 'ignored'): void
}

const ENV = 'county-1a2b'

/** Both libraries' entries over a cloud in memory, which keeps what it is given and checks the shape of calls. */
export function fakeCloud(): FakeCloud {
  const state: CloudState = {
    collections: new Map(),
    functions: new Map(),
    storage: { acl: 'PRIVATE' },
    functionRule: '',
    uploads: [],
  }
  const changes: string[] = []
  const broken = new Map<string, Error | 'ignored'>()
  /** @param what is told as a change; nothing for a look */
  const call = async <T>(name: string, what: string | null, work: () => T): Promise<T> => {
    const how = broken.get(name)
    if (how instanceof Error) throw how
    if (what !== null) changes.push(`${name} ${what}`.trim())
    return how === 'ignored' ? (undefined as T) : work()
  }
  const collectionOf = (name: string) => {
    const found = state.collections.get(name)
    if (!found) throw Object.assign(new Error(`Db or Table not exist: ${name}`), { code: 'ResourceNotFound' })
    return found
  }
  const functionOf = (name: string) => {
    const found = state.functions.get(name)
    if (!found) throw Object.assign(new Error(`no function ${name}`), { code: 'ResourceNotFound.Function' })
    return found
  }
  const variables = (given: Record<string, string> = {}) => ({
    Variables: Object.entries(given).map(([Key, Value]) => ({ Key, Value })),
  })

  const tcb: Record<string, (param: Record<string, string>) => Promise<Record<string, unknown>>> = {
    DescribeDatabaseACL: ({ CollectionName }) =>
      call('DescribeDatabaseACL', null, () => ({ AclTag: collectionOf(CollectionName!).acl })),
    ModifyDatabaseACL: ({ CollectionName, AclTag }) =>
      call('ModifyDatabaseACL', `${CollectionName} ${AclTag}`, () => {
        collectionOf(CollectionName!).acl = AclTag!
        return {}
      }),
    DescribeSecurityRule: ({ ResourceType }) =>
      call('DescribeSecurityRule', null, () =>
        ResourceType === 'FUNCTION' ? { Rule: state.functionRule } : {},
      ),
    ModifySecurityRule: ({ AclTag, Rule }) =>
      call('ModifySecurityRule', AclTag!, () => {
        state.functionRule = Rule!
        return {}
      }),
  }

  const cloud: CloudBase = {
    env: { getEnvInfo: () => call('getEnvInfo', null, () => ({ EnvInfo: { EnvId: ENV } })) },
    database: {
      listCollections: ({ MgoLimit, MgoOffset }) =>
        call('listCollections', null, () => {
          const names = [...state.collections.keys()]
          // One more page than needed, as for a county with many collections.
          const page = names.slice(MgoOffset, MgoOffset + Math.min(MgoLimit, 2))
          return {
            Collections: page.map((CollectionName) => ({ CollectionName })),
            Pager: { Total: names.length },
          }
        }),
      createCollection: (name) =>
        call('createCollection', name, () => {
          if (state.collections.has(name)) throw new Error(`Table exist: ${name}`)
          state.collections.set(name, { acl: 'PRIVATE', indexes: [cloudsOwn('_id'), cloudsOwn('_openid')] })
        }),
      describeCollection: (name) =>
        call('describeCollection', null, () => ({ Indexes: collectionOf(name).indexes })),
      updateCollection: (name, { CreateIndexes }) =>
        call('updateCollection', `${name} ${CreateIndexes.map(({ IndexName }) => IndexName).join()}`, () => {
          collectionOf(name).indexes.push(...CreateIndexes.map(asKept))
        }),
    },
    storage: {
      getStorageAcl: () => call('getStorageAcl', null, () => state.storage),
      setStorageAcl: (acl, rule) =>
        call('setStorageAcl', acl, () => {
          state.storage = { acl, rule: JSON.parse(JSON.stringify(rule)) as object }
        }),
    },
    functions: {
      getFunctionList: (limit, offset) =>
        call('getFunctionList', null, () => ({
          Functions: [...state.functions.keys()]
            .slice(offset, offset + Math.min(limit, 2))
            .map((FunctionName) => ({ FunctionName })),
          TotalCount: state.functions.size,
        })),
      getFunctionDetail: (name) => call('getFunctionDetail', null, () => functionOf(name)),
      createFunction: ({ func }) =>
        call('createFunction', func.name, () => {
          if (state.functions.has(func.name)) throw new Error(`ResourceInUse.Function ${func.name}`)
          state.functions.set(func.name, {
            ...func,
            Runtime: func.runtime,
            Environment: variables(func.envVariables),
            Triggers: [],
          })
        }),
      updateFunctionCode: ({ func }) =>
        call('updateFunctionCode', func.name, () => void functionOf(func.name)),
      updateFunctionConfig: (func) =>
        call('updateFunctionConfig', `${func.name}${func.envVariables ? ' variables' : ''}`, () => {
          const kept = functionOf(func.name)
          Object.assign(kept, { timeout: func.timeout, memorySize: func.memorySize })
          if (func.envVariables) kept.Environment = variables(func.envVariables)
        }),
      waitFunctionActive: (name) => call('waitFunctionActive', null, () => void functionOf(name)),
      createFunctionTriggers: (name, timers: Timer[]) =>
        call('createFunctionTriggers', `${name} ${timers.map((timer) => timer.config).join()}`, () => {
          for (const timer of timers) {
            const kept = (functionOf(name).Triggers ??= [])
            if (kept.some(({ TriggerName }) => TriggerName === timer.name))
              throw new Error('the trigger exists')
            kept.push({ TriggerName: timer.name, TriggerDesc: JSON.stringify({ cron: timer.config }) })
          }
        }),
      deleteFunctionTrigger: (name, trigger) =>
        call('deleteFunctionTrigger', `${name} ${trigger}`, () => {
          const kept = functionOf(name)
          kept.Triggers = kept.Triggers?.filter(({ TriggerName }) => TriggerName !== trigger) ?? []
        }),
    },
    commonService: () => ({
      call: ({ Action, Param }) => {
        const { EnvId } = Param as { EnvId?: string }
        if (EnvId !== ENV) throw new Error(`${Action} without the environment`)
        return tcb[Action]!(Param as Record<string, string>)
      },
    }),
  }

  class Project {
    constructor(readonly options: object) {}
  }
  const libraries: Libraries = {
    CloudBase: class {
      constructor() {
        Object.assign(this, cloud)
      }
    } as unknown as Libraries['CloudBase'],
    ci: {
      Project,
      upload: (options) =>
        call('upload', options.version, () => {
          const { project, ...rest } = options
          state.uploads.push({
            options: rest,
            project: (project as Project).options as Record<string, unknown>,
          })
          return {}
        }),
    },
  }
  return { state, cloud, libraries, changes, break: (name, how) => broken.set(name, how) }
}

const cloudsOwn = (field: string): CloudIndex => ({
  Name: `${field}_1`,
  Keys: [{ Name: field, Direction: '1' }],
  Unique: field === '_id',
})

const asKept = ({ IndexName, MgoKeySchema }: NewIndex): CloudIndex => ({
  Name: IndexName,
  Keys: MgoKeySchema.MgoIndexKeys,
  Unique: MgoKeySchema.MgoIsUnique,
})

export const FAKE_ENV = ENV
