import path from 'node:path'
import { nodeRequire } from './node'

const { buildSync } = nodeRequire('esbuild') as typeof import('esbuild')

let bundle: string | undefined

/** The host's runtime with glass-easel as one script that leaves `__weappHost` in a window. */
export function runtimeBundle(): string {
  bundle ??= buildSync({
    entryPoints: [path.join(__dirname, 'runtime', 'host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: '__weappHost',
    // In a strict script `var` stays inside, so the name is put on the window by hand.
    footer: { js: 'globalThis.__weappHost = __weappHost' },
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  }).outputFiles[0].text
  return bundle
}
