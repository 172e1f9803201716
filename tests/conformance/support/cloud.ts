import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../../localcloud/server'

/** A function for a test: its source (the SDK is there as `cloud`), and what its config.json says. */
export interface TestFunction {
  /** Body of the module after `cloud` was required and initialised; sets `exports.main`. */
  source: string
  /** False: without the SDK, which takes half a second to load. */
  sdk?: boolean
  config?: unknown
}

/** Who calls; null is somebody not signed in. */
export type Identity = { openid: string } | null

export interface TestCloud extends LocalCloud {
  /** `functions.call` for a test that knows what its function returns. */
  call<Reply>(name: string, event: Record<string, unknown>, identity: Identity): Promise<Reply>
  dataDir: string
  /** What the local cloud logged. */
  logged: string[]
}

const SDK = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });\n`
const PUBLIC_RULES = { '*': { invoke: true } }

const folders: string[] = []
const clouds: LocalCloud[] = []

/** A private folder that goes away with `stopTestClouds`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng 民声-'))
  folders.push(folder)
  return folder
}

/** Writes functions as they would be uploaded and returns their folder. */
export function writeFunctions(functions: Record<string, TestFunction>): string {
  const folder = temporaryFolder()
  for (const [name, { source, sdk = true, config = {} }] of Object.entries(functions)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.js'), (sdk ? SDK : '') + source)
    writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name }))
  }
  return folder
}

/** Starts a local cloud with these functions on a folder and ports of its own; anybody may call any function. */
export async function startTestCloud(
  functions: Record<string, TestFunction>,
  options: Partial<LocalCloudOptions> & { rules?: unknown } = {},
): Promise<TestCloud> {
  const { rules = PUBLIC_RULES, ...given } = options
  const dataDir = given.dataDir ?? temporaryFolder()
  const functionRulesFile = join(temporaryFolder(), 'functions.json')
  writeFileSync(functionRulesFile, JSON.stringify(rules))
  const logged: string[] = []
  const cloud = await startLocalCloud({
    functionsDir: writeFunctions(functions),
    collections: [{ name: 'notes', indexes: [] }],
    durability: 'off',
    functionRulesFile,
    log: (line) => logged.push(line),
    ...given,
    dataDir,
  })
  clouds.push(cloud)
  return Object.assign(cloud, {
    dataDir,
    logged,
    call: <Reply>(name: string, event: Record<string, unknown>, identity: Identity) =>
      cloud.functions.call(name, event, identity) as Promise<Reply>,
  })
}

/** Ends everything the tests of a file started. */
export async function stopTestClouds(): Promise<void> {
  await Promise.all(clouds.splice(0).map((cloud) => cloud.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
