import * as esbuild from 'esbuild'
import { root } from './root.mjs'

/** Loads a TypeScript file of this repository that holds data and imports nothing but such files. */
export async function loadTs(file) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
