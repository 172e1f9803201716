import { runInThisContext } from 'node:vm'

/**
 * Node's own process. Inside jest, `process` is a copy that hears of no rejections, and `require` another loader,
 * which cannot read the ECMAScript modules that jsdom leans on and would load everything anew for each test file.
 */
export const nodeProcess = runInThisContext('process') as NodeJS.Process

const { createRequire } = nodeProcess.getBuiltinModule('node:module')

/** Loads a package with Node's own loader. */
export const nodeRequire = createRequire(__filename)
