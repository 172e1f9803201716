/** Lint: what the compiler cannot see. Import rules are in .dependency-cruiser.cjs; layout is prettier's. */
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** The clock, read instead of passed in. `new Date(value)` is a conversion and fine. */
const CLOCK = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "CallExpression[callee.name='dayjs'][arguments.length=0]",
].map((selector) => ({
  selector,
  message: 'Only platform/clock reads the clock: take `now` as an argument, so that tests can move time.',
}))

const RANDOM = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'A decision must be repeatable: take ids and chance as arguments (platform/ids).',
}

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Settings and secrets come through platform/env, which checks them once and names what is missing.',
}

const MASS_WRITE = {
  selector:
    "CallExpression[callee.property.name=/^(update|remove)$/] > MemberExpression.callee CallExpression[callee.property.name='where']",
  message:
    'where().update()/remove() reaches every match, and the whole collection when a condition is undefined: use updateOne of platform/database.',
}

const CLOUD_DOOR = [
  {
    selector: "MemberExpression[object.name='wx']",
    message: '`wx` exists only in the mini-program: use Taro, and src/cloud for the cloud.',
  },
  {
    selector: "MemberExpression[object.name='Taro'][property.name='cloud']",
    message: 'src/cloud is the only door to the cloud; H5 has no Taro.cloud.',
  },
]

const EFFECT_IMPORT = {
  selector: 'ImportDeclaration[specifiers.length=0]:not([source.value=/\\.s?css$/])',
  message:
    'Our modules do nothing when loaded, and the build leaves out one that is imported for its effect only (config/index.ts).',
}

/** Browser names that a phone's mini-program does not have. */
const NOT_ON_A_PHONE = [
  'fetch',
  'XMLHttpRequest',
  'localStorage',
  'sessionStorage',
  'FormData',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'AbortController',
  'structuredClone',
].map((name) => ({
  name,
  message: 'Not in the mini-program: use Taro, or code of src/cloud/h5 or a *.h5.ts file.',
}))

export default defineConfig(
  globalIgnores(['dist/', '.cache/', '.data/', '.swc/']),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      // The compiler knows all names (and eslint not all environments); it also reports what is unused.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.cjs', 'babel.config.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // A promise nobody waits for is lost when a cloud function returns, and its error with it.
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', EFFECT_IMPORT, ...CLOUD_DOOR],
      'no-restricted-globals': ['error', ...NOT_ON_A_PHONE],
    },
  },
  {
    files: ['src/cloud/**'],
    rules: { 'no-restricted-syntax': ['error', EFFECT_IMPORT] },
  },
  {
    files: ['src/cloud/h5/**', 'src/**/*.h5.{ts,tsx}', 'src/**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', EFFECT_IMPORT, ...CLOCK, RANDOM] },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/_server/platform/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK, RANDOM, ENVIRONMENT, MASS_WRITE] },
  },
  {
    files: ['cloudfunctions/_server/platform/**/*.ts', 'cloudfunctions/**/*.test.ts'],
    ignores: ['cloudfunctions/_server/platform/database{.ts,/**}'],
    rules: { 'no-restricted-syntax': ['error', MASS_WRITE] },
  },
)
