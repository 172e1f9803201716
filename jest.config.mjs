/**
 * Jest: one project a kind of test, so that `npx jest --selectProjects unit` runs one kind and
 * `npx jest <path>` any file. Builds are made before by scripts/test.mjs, never from here.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Dates in tests mean UTC on every machine; scripts/test.mjs runs the unit tests once more in Asia/Shanghai.
process.env.TZ = process.env.TEST_TZ ?? 'UTC'

/** The aliases of tsconfig.json (`@/*` → src/*), which is their one source, in jest's form. */
function aliasesFromTsconfig() {
  const { paths } = JSON.parse(
    readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'),
  ).compilerOptions
  return Object.fromEntries(
    Object.entries(paths).map(([alias, [target]]) => [
      `^${alias.replace('*', '(.*)')}$`,
      target.replace('./', '<rootDir>/').replace('*', '$1'),
    ]),
  )
}

/** `tsx: true` reads `<T>(x: T) => x` as an element, so the two file kinds need two parsers. */
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  transform: { '\\.ts$': swc(false), '\\.(tsx|jsx|js)$': swc(true) },
  moduleNameMapper: {
    ...aliasesFromTsconfig(),
    '^fast-check$': '<rootDir>/tests/support/fast-check.ts',
    '^fast-check/real$': createRequire(import.meta.url).resolve('fast-check'),
    '\\.(s?css|png|jpe?g|svg|gif|webp)$': '<rootDir>/tests/support/asset-stub.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/setup.ts'],
}

const TARO_SWITCHES = [
  ...['INNER_HTML', 'ADJACENT_HTML', 'SIZE_APIS', 'TEMPLATE_CONTENT', 'CLONE_NODE', 'CONTAINS'],
  'MUTATION_OBSERVER',
]

const project = (displayName, ...testMatch) => ({ ...shared, displayName, testMatch })

/** @type {import('jest').Config} */
export default {
  projects: [
    project(
      'unit',
      ...['core', 'cloudfunctions', 'src', 'localcloud', 'demo', 'deploy', 'scripts'].map(
        (folder) => `<rootDir>/${folder}/**/*.test.{ts,tsx}`,
      ),
    ),
    ...['rules', 'conformance', 'integration', 'deploy', 'browser'].map((name) =>
      project(name, `<rootDir>/tests/${name}/**/*.test.{ts,tsx}`),
    ),
    {
      ...project('weapp', '<rootDir>/tests/weapp/**/*.test.{ts,tsx}'),
      // Taro's own runtime is published as modules only, with switches that its build fills in.
      transformIgnorePatterns: ['/node_modules/(?!@tarojs/)'],
      globals: Object.fromEntries(TARO_SWITCHES.map((name) => [`ENABLE_${name}`, false])),
    },
  ],
  cacheDirectory: '.cache/jest',
  maxWorkers: 2,
}
