/** The public lists that forms choose from: places, categories, units, leaders. */
export { useDirectory } from './use-directory'
export { lookUp, type Directory, type LookUp } from './look-up'
