import * as v from 'valibot'

import { exactly, readDeclaration } from '../declaration'

/** The cloud's tag for "only administrators": functions may do everything, clients nothing. */
export type DatabasePermission = 'ADMINONLY'

/** Every collection is alike, so the file has one line for all of them and none can be forgotten. */
const Permissions = exactly({
  '*': v.literal(
    'ADMINONLY',
    'must be "ADMINONLY": clients have no way to the database, neither here nor in the cloud',
  ),
})

/**
 * Reads and checks the permission file of the database (`deploy/database.json`). The local cloud has no door from a
 * client to the database at all, so it refuses to start on a file that says anything else.
 */
export function readDatabasePermission(file: string): DatabasePermission {
  return readDeclaration(file, Permissions)['*']
}
