import postcss, { type Rule } from 'postcss'
import { filesOf, type Built, type Check } from './check'

/** Every rule of every style sheet, with the name of its file. */
function rules(built: Built): [file: string, rule: Rule][] {
  const found: [string, Rule][] = []
  for (const [file, css] of filesOf(built, '.wxss')) {
    postcss.parse(css).walkRules((rule) => void found.push([file, rule]))
  }
  return found
}

const valueOf = (rule: Rule, property: string): string | undefined => {
  let value: string | undefined
  rule.walkDecls(property, (declaration) => {
    value = declaration.value
  })
  return value
}

/** Stands at the lower edge of the screen, and does not cover all of it. */
const isBottomBar = (rule: Rule): boolean =>
  /fixed|sticky/.test(valueOf(rule, 'position') ?? '') &&
  valueOf(rule, 'bottom') === '0' &&
  valueOf(rule, 'top') === undefined

const faultsOf = (built: Built, isFault: (rule: Rule) => boolean): string[] =>
  rules(built)
    .filter(([, rule]) => isFault(rule))
    .map(([file, rule]) => `${file}: ${rule.selector}`)

export const styleChecks: Check[] = [
  {
    name: '不用 :active，用 hover-class',
    faults: (built) => faultsOf(built, ({ selector }) => /:active\b/.test(selector)),
  },
  {
    name: '底部的栏让开安全区',
    faults: (built) =>
      faultsOf(
        built,
        (rule) => isBottomBar(rule) && !rule.toString().includes('env(safe-area-inset-bottom)'),
      ),
  },
  {
    name: '能滚动的地方有惯性',
    faults: (built) =>
      faultsOf(
        built,
        (rule) =>
          /\boverflow(-[xy])?:\s*scroll/.test(rule.toString()) &&
          valueOf(rule, '-webkit-overflow-scrolling') !== 'touch',
      ),
  },
]
