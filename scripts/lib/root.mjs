import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder, wherever the script was started from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A path inside the repository. */
export const at = (...parts) => path.join(root, ...parts)
