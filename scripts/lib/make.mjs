/** How each thing is made, into an empty folder given by builds.mjs. A maker throws an Error that reads well. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { plain, runNode } from './child.mjs'
import { at, root } from './root.mjs'

const require = createRequire(import.meta.url)
const sdkVersion = () => JSON.parse(readFileSync(at('package.json'), 'utf8')).dependencies['wx-server-sdk']

/** esbuild with its messages as one readable text instead of a stack. */
async function bundle(options) {
  try {
    await esbuild.build({
      absWorkingDir: root,
      tsconfig: at('tsconfig.json'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      ...options,
    })
  } catch (error) {
    const messages = await esbuild.formatMessages(error.errors ?? [], { kind: 'error' })
    throw new Error(messages.length ? messages.join('').trim() : error.message)
  }
}

/** The deployable functions: every folder of cloudfunctions/ except `_server`, which is bundled into each. */
export function functionNames() {
  return readdirSync(at('cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
}

/**
 * Cloud functions as they are uploaded: `<name>/index.js`, `config.json`, `package.json`. The oldest Node of the
 * platform is 16; the SDK stays outside (2.6 MB a function otherwise) and is pinned in package.json.
 */
export async function makeFunctions(out) {
  const names = functionNames()
  if (names.length === 0) throw new Error('cloudfunctions/ 里没有云函数')
  for (const name of names) {
    if (!existsSync(at('cloudfunctions', name, 'config.json'))) {
      throw new Error(`cloudfunctions/${name}/config.json 不存在`)
    }
    await bundle({
      entryPoints: [at('cloudfunctions', name, 'index.ts')],
      outfile: path.join(out, name, 'index.js'),
      target: 'node16',
      external: ['wx-server-sdk'],
    })
    cpSync(at('cloudfunctions', name, 'config.json'), path.join(out, name, 'config.json'))
    const manifest = { name, version: '1.0.0', private: true, main: 'index.js' }
    writeFileSync(
      path.join(out, name, 'package.json'),
      `${JSON.stringify({ ...manifest, dependencies: { 'wx-server-sdk': sdkVersion() } }, null, 2)}\n`,
    )
  }
}

/** The local cloud and the demo county as one file, which `npm start` loads; libraries stay in node_modules. */
export function makeLocalCloud(out) {
  return bundle({
    entryPoints: [at('localcloud', 'main.ts')],
    outfile: path.join(out, 'main.cjs'),
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
  })
}

/** Progress, stacks of loaders, and webpack's list of every place where it looked for a missing file. */
const NOISE =
  /Webpack|^\s+at |请稍等|processed with these loaders|^ \* .*node_modules|^👽|using description file|Field 'browser'|doesn't exist|^\s+(\.\w+|no extension|as directory|root path .*|resolve .*)$/

/** The lines of a failed Taro build that say what is wrong. */
function errorsOf(output) {
  const lines = plain(output)
    .split('\n')
    .map((line) => line.trimEnd().replace(/^resolve '/, "Cannot resolve '"))
    .filter((line) => line && !NOISE.test(line))
  const list = lines.findIndex((line) => line.startsWith('✖ Errors'))
  const start = list >= 0 ? list + 1 : lines.findIndex((line) => /Error\b|错误|有误/.test(line))
  return lines.slice(Math.max(start, 0)).slice(0, 40).join('\n')
}

/**
 * The pages, built by Taro. `--no-check` and `--disable-global-config`, because the check fetches a schema from
 * a remote host and a file in the home folder could change the build.
 *
 * @param {'h5' | 'weapp'} platform
 * @param {string} proof the file without which the build has failed, whatever the exit code says
 */
export async function makePages(platform, proof, out) {
  const cli = path.join(path.dirname(require.resolve('@tarojs/cli/package.json')), 'bin', 'taro')
  const { code, output } = await runNode(
    [cli, 'build', '--type', platform, '--disable-global-config', '--no-check'],
    {
      env: {
        NODE_ENV: 'production',
        MINSHENG_BUILD_OUT: path.relative(root, out).split(path.sep).join('/'),
        NO_COLOR: '1',
        // Without it browserslist advises, once a month, to download a newer table.
        BROWSERSLIST_IGNORE_OLD_DATA: '1',
      },
    },
  )
  if (code !== 0 || !existsSync(path.join(out, proof)))
    throw new Error(errorsOf(output) || `没有生成 ${proof}`)
  // Taro's copy of the project file; the real one is at the root and a package holds no unused files.
  rmSync(path.join(out, 'project.config.json'), { force: true })
}
