/** The mini-program host: see README.md. */
export { BridgeFailure, doorBridge, type DoorOptions } from './bridge'
export { compile, CompileError } from './compile/compile'
export { launch, type App, type LaunchOptions } from './launch'
export { newPhone } from './runtime/context'
export type { Pick } from './runtime/components/picker'
export type { FindOptions } from './runtime/driver/find'
export type { PageStats, Stats } from './runtime/driver/stats'
export type * from './runtime/types'
