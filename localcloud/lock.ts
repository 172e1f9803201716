import { DatabaseSync } from '@photostructure/sqlite'

/**
 * Takes the data folder for this process; throws when another one has it. The lock is SQLite's own on a file
 * beside the data: the operating system lets go of it when the process ends in whatever way, so `kill -9` or a
 * power cut leave nothing to clean up. Returns the way to let go.
 */
export function lockFolder(file: string): () => void {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return () => database.close()
}
