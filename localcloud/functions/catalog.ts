import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { FUNCTION_LIMITS } from '../limits'
import { parseCron, type Cron } from '../triggers/cron'

/** One deployed function: where its code is and what its `config.json` asks the cloud for. */
export interface FunctionSpec {
  name: string
  /** Absolute path of its `index.js`. */
  entry: string
  /** openapi names it may use (`permissions.openapi`). */
  openapi: readonly string[]
  timer: TimerSpec | null
}

export interface TimerSpec {
  name: string
  /** As written in `config.json`. */
  expression: string
  cron: Cron
}

const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
const TIMER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/

/**
 * Reads the folder of built functions: each subfolder `<name>/` with index.js, config.json and package.json,
 * as it would be uploaded. Throws naming the file and field that the cloud would refuse.
 */
export function readCatalog(functionsDir: string): ReadonlyMap<string, FunctionSpec> {
  const specs = new Map<string, FunctionSpec>()
  for (const item of readdirSync(functionsDir, { withFileTypes: true })) {
    if (!item.isDirectory() || /^[._]/.test(item.name)) continue
    specs.set(item.name, readFunction(join(functionsDir, item.name), item.name))
  }
  return specs
}

function readFunction(folder: string, name: string): FunctionSpec {
  if (!FUNCTION_NAME.test(name) || name.length > FUNCTION_LIMITS.maxNameLength) {
    throw new Error(`function name "${name}" is not allowed`)
  }
  const entry = join(folder, 'index.js')
  if (!existsSync(entry)) throw new Error(`${entry} is missing`)
  if (!existsSync(join(folder, 'package.json'))) throw new Error(`${join(folder, 'package.json')} is missing`)
  const configFile = join(folder, 'config.json')
  const config = existsSync(configFile) ? readJson(configFile) : {}
  return { name, entry, openapi: readPermissions(config, configFile), timer: readTimer(config, configFile) }
}

/** The cloud reads config.json as plain JSON: a comment or a trailing comma is an error here too. */
function readJson(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isObject(value)) throw new Error(`${file}: an object wanted`)
  return value
}

function readPermissions(config: Record<string, unknown>, file: string): readonly string[] {
  const permissions = config.permissions ?? {}
  const openapi = isObject(permissions) ? (permissions.openapi ?? []) : null
  if (!Array.isArray(openapi) || !openapi.every((name) => typeof name === 'string')) {
    throw new Error(`${file}: permissions.openapi must be a list of names`)
  }
  return openapi
}

function readTimer(config: Record<string, unknown>, file: string): TimerSpec | null {
  const triggers = config.triggers ?? []
  if (!Array.isArray(triggers) || triggers.length > FUNCTION_LIMITS.maxTimers) {
    throw new Error(`${file}: triggers must be a list of at most ${FUNCTION_LIMITS.maxTimers}`)
  }
  const trigger: unknown = triggers[0]
  if (trigger === undefined) return null
  if (!isObject(trigger) || trigger.type !== 'timer')
    throw new Error(`${file}: triggers[0].type must be "timer"`)
  const { name, config: expression } = trigger
  if (typeof name !== 'string' || !TIMER_NAME.test(name)) throw new Error(`${file}: triggers[0].name`)
  if (typeof expression !== 'string') throw new Error(`${file}: triggers[0].config`)
  return { name, expression, cron: parseCron(expression) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
