import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { temporaryFolder } from './cloud'

const ROOT = process.cwd()

/** Stands in for the demo county: two people and the mark that seeding is complete; `hang` never completes. */
const DEMO_STUB = `
export async function seedDemo({ store, progress }, { empty }) {
  progress('正在建立演示县' + (empty ? '（空）' : ''))
  store.import('demoPeople', [{ _id: 'o-alice', name: '李秀英', role: 'citizen', roleName: '群众', order: 1 }])
  if (process.env.TEST_HANG) await new Promise(() => setInterval(() => {}, 1000))
  store.import('knowledge', [{ _id: 'current' }])
}
export const people = []`

/** Bundles main.ts as the build does, with the stub, in a process of its own: esbuild does not run inside jest. */
const BUNDLE = `
require('esbuild').build({
  entryPoints: [process.argv[1]], outfile: process.argv[2], bundle: true, platform: 'node', format: 'cjs',
  packages: 'external', logLevel: 'error',
  plugins: [{ name: 'stub', setup(build) {
    build.onResolve({ filter: /demo(\\/county\\/people)?$/ }, ({ path }) => path.startsWith('../demo') ? { path, namespace: 'stub' } : undefined)
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: ${JSON.stringify(DEMO_STUB)} }))
  } }],
})`

/** A folder laid out like the project after its builds, with main.ts bundled. Returns the path of the bundle. */
export function makeProduct(): string {
  const root = temporaryFolder()
  // deploy/ may have libraries of its own installed, which only an upload needs.
  const filter = (from: string) => basename(from) !== 'node_modules'
  for (const part of ['package.json', 'deploy', 'localcloud'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true, filter })
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  mkdirSync(join(root, 'dist', 'cloudfunctions', 'open'), { recursive: true })
  const inFunction = (name: string) => join(root, 'dist', 'cloudfunctions', 'open', name)
  writeFileSync(inFunction('index.js'), 'exports.main = () => ({ ok: true })')
  writeFileSync(inFunction('package.json'), '{}')
  const bundle = join(root, '.cache', 'localcloud', 'main.cjs')
  execFileSync(process.execPath, ['-e', BUNDLE, join(ROOT, 'localcloud', 'main.ts'), bundle])
  return bundle
}

export interface Run {
  child: ChildProcess
  printed(): string
  /** Resolves with what was printed once it contains this; rejects when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

/** Starts the bundle with these variables and flags. */
export function runProduct(bundle: string, env: Record<string, string>, flags: string[] = []): Run {
  const cwd = join(bundle, '..', '..', '..')
  const child = spawn(process.execPath, [bundle, ...flags], {
    cwd,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  })
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      listeners.forEach((listener) => listener())
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    child,
    printed: () => text,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text)
          if (found) resolve(found)
        }
        listeners.add(look)
        void ended.then((code) => reject(new Error(`ended with ${code}: ${text}`)))
        look()
      }),
  }
}
