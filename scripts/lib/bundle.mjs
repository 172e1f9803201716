import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { at, root } from './root.mjs'

/**
 * Loads a TypeScript file of this repository with all that it imports of it; libraries are required as they are
 * installed, so it may use native ones (`load-ts.mjs` cannot).
 */
export async function loadBundled(file) {
  const esbuild = await import('esbuild')
  const outfile = at('.cache', 'bundled', `${file.replaceAll(/\W/g, '-')}.${process.pid}.cjs`)
  mkdirSync(path.dirname(outfile), { recursive: true })
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [at(file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    tsconfig: at('tsconfig.json'),
    logLevel: 'warning',
  })
  await esbuild.stop()
  try {
    return createRequire(import.meta.url)(outfile)
  } finally {
    rmSync(outfile)
  }
}
