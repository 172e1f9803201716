/** The checks of `npm run check`, in the order in which they are started: the slow ones first. */
import { existsSync, readFileSync } from 'node:fs'
import { at } from './root.mjs'
import { tool } from './stages.mjs'

/** The program of a package in node_modules, as a file for Node (no shell, no .cmd). */
function bin(pkg, name) {
  const manifest = JSON.parse(readFileSync(at('node_modules', ...pkg.split('/'), 'package.json'), 'utf8'))
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]
  return at('node_modules', ...pkg.split('/'), file)
}

/** Folders with import rules; dependency-cruiser refuses one that does not exist. */
const ruled = () =>
  ['src', 'core', 'cloudfunctions', 'localcloud', 'demo', 'deploy'].filter((each) => existsSync(at(each)))

const types = (project, note) => [
  bin('typescript', 'tsc'),
  '--noEmit',
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  at('.cache', note),
]

/**
 * Format, lint, import rules and types, as stages for `runAll`.
 *
 * @returns {(() => Promise<boolean>)[]} each tells whether it is content
 */
export function checks() {
  const cache = (name) => ['--cache', '--cache-location', at('.cache', name), '--cache-strategy', 'content']
  return [
    tool('lint', [bin('eslint', 'eslint'), '.', '--max-warnings', '0', ...cache('eslint.json')]),
    tool('types', types('tsconfig.json', 'types.tsbuildinfo')),
    tool('types of core alone', types(at('core', 'tsconfig.json'), 'types-core.tsbuildinfo')),
    tool('format', [
      bin('prettier', 'prettier'),
      '--check',
      '--log-level',
      'warn',
      '.',
      ...cache('prettier.json'),
    ]),
    tool('imports', [bin('dependency-cruiser', 'depcruise'), ...ruled(), '--output-type', 'err-long']),
  ]
}
