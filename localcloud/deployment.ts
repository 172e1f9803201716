import { join } from 'node:path'

import { readFunctionRules, type FunctionRules } from './functions/access'
import { readFunctionRuntime, type FunctionRuntime } from './functions/runtime'
import { readStorageRules, type StorageRules } from './storage/rules'
import { loadCollections, type CollectionSpec } from './store/collections'
import { readDatabasePermission, type DatabasePermission } from './store/permissions'

/** Everything a cloud must be told besides the code; the local cloud and `npm run deploy` read the same files. */
export interface Deployment {
  collections: CollectionSpec[]
  /** What clients may do with every collection. */
  database: DatabasePermission
  storage: StorageRules
  /** Which functions clients may call. */
  functions: FunctionRules
  runtime: FunctionRuntime
}

/**
 * Reads the folder `deploy/`. Throws an Error that names the file and the entry at fault; there is no default for a
 * file that is missing.
 *
 * @param instead files (in tests) that stand in for the folder's own
 */
export function readDeployment(
  folder: string,
  instead: { functions?: string | undefined; storage?: string | undefined } = {},
): Deployment {
  return {
    collections: loadCollections(join(folder, 'collections.json')),
    database: readDatabasePermission(join(folder, 'database.json')),
    storage: readStorageRules(instead.storage ?? join(folder, 'storage.json')),
    functions: readFunctionRules(instead.functions ?? join(folder, 'functions.json')),
    runtime: readFunctionRuntime(join(folder, 'runtime.json')),
  }
}
