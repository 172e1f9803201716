import { Linter } from 'eslint'
import { filesOf, type Check } from './check'

/** What a script of a mini-program finds besides the language itself. */
const GIVEN = `wx App Page Component Behavior getApp getCurrentPages require requirePlugin module exports
  setTimeout clearTimeout setInterval clearInterval console globalThis global`.split(/\s+/)
/** Part of the language, but not of every phone that the package is compiled for (browserslist). */
const TOO_NEW = 'Intl WeakRef FinalizationRegistry AggregateError BigInt SharedArrayBuffer Atomics'.split(' ')

/** Taro's runtime holds how a mini-program of another platform starts, which is never called here. */
const OTHER_PLATFORMS = ['tt']

const globals = Object.fromEntries([
  ...[...GIVEN, ...OTHER_PLATFORMS].map((name) => [name, 'readonly'] as const),
  ...TOO_NEW.map((name) => [name, 'off'] as const),
])

/** Names that a script uses and nobody gives it, unless it first asks with `typeof` whether they are there. */
function strangers(script: string): string[] {
  const found = new Linter().verify(script, [
    {
      languageOptions: { ecmaVersion: 2022, sourceType: 'script', globals },
      rules: { 'no-undef': 'error' },
    },
  ])
  const names = found.map(({ message }) => /^'(.+)' is not defined/.exec(message)?.[1] ?? message)
  return [...new Set(names)].filter((name) => !new RegExp(`typeof ${name}\\b`).test(script))
}

/** Addresses that are names, not places: the namespace of SVG, and where React and Taro explain their errors. */
const NAMES = /^https?:\/\/(www\.w3\.org|reactjs\.org|taro\.com)(\/|$)/

export const scriptChecks: Check[] = [
  {
    name: '没有手机上没有的名字（localStorage、fetch、crypto …）',
    faults: (built) =>
      filesOf(built, '.js').flatMap(([file, text]) => strangers(text).map((name) => `${file}: ${name}`)),
  },
  {
    name: '没有后行断言正则',
    faults: (built) =>
      filesOf(built, '.js').flatMap(([file, text]) => (/\(\?<[=!]/.test(text) ? [file] : [])),
  },
  {
    name: '不在运行时解释代码（eval、new Function）',
    faults: (built) =>
      filesOf(built, '.js').flatMap(([file, text]) =>
        // The one sentence by which libraries look for the global object: phones answer it.
        /\beval\(|\bFunction\((?!["']return this["']\))["']/.test(text) ? [file] : [],
      ),
  },
  {
    name: '不访问别的网址，没有网络图片和字体',
    faults: (built) =>
      [...filesOf(built, '.js'), ...filesOf(built, '.wxss'), ...filesOf(built, '.wxml')].flatMap(
        ([file, text]) =>
          [...text.matchAll(/https?:\/\/[\w.-]+[\w./-]*|url\(["']?\/\/[^)]*/g)]
            .map(([address]) => address)
            .filter((address) => !NAMES.test(address))
            .map((address) => `${file}: ${address}`),
      ),
  },
]
