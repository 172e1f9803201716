/**
 * `npm start`: builds what has changed, then runs the local cloud with the pages in this process. Flags (--reset,
 * --empty) are read by localcloud/main.ts from process.argv.
 */
import { createRequire } from 'node:module'
import { preflight } from './lib/preflight.mjs'
import { at, root } from './lib/root.mjs'

preflight()
process.chdir(root)

// Only now: these need the installed libraries.
const esbuild = await import('esbuild')
const { buildOrExit } = await import('./lib/builds.mjs')

console.log('民声：准备中（第一次约需一分钟，之后几秒）')
await buildOrExit(['localcloud', 'functions', 'h5'])
// Its helper process is of no more use.
await esbuild.stop()

createRequire(import.meta.url)(at('.cache', 'localcloud', 'main.cjs'))
