import postcss, { type AtRule, type Container, type Rule } from 'postcss'
import { BUILT_IN_TAGS } from '../runtime/components/tags'
import { folderOf, resolveName } from '../runtime/paths'
import type { DisplayRule } from '../runtime/types'

/** Elements are `<wx-view>` in the document, so that the browser's own styles for `<button>` do not reach them. */
const TAG = new RegExp(`(^|[\\s>+~,(])(page|${[...BUILT_IN_TAGS].join('|')})(?![\\w-])`, 'g')

/** `12rpx` → a 750th of the window's width, twelve times. */
export function rpxToCss(value: string): string {
  return value.replace(/(-?\d*\.?\d+)rpx\b/gi, (_, n: string) => `calc(var(--rpx) * ${n})`)
}

export interface CompiledStyle {
  css: string
  displayRules: DisplayRule[]
  problems: string[]
}

/** One wxss file with its imports, as CSS for the document that the host renders into. */
export function compileStyle(code: Map<string, string>, file: string): CompiledStyle {
  const problems: string[] = []
  const root = postcss.root()
  inline(file, new Set())
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return
    rule.selectors = rule.selectors.map((selector) =>
      selector.replace(TAG, (_, before: string, tag: string) =>
        tag === 'page' ? `${before}.wx-page` : `${before}wx-${tag}`,
      ),
    )
  })
  const displayRules = readDisplayRules(root)
  root.walkDecls((declaration) => {
    declaration.value = rpxToCss(declaration.value)
  })
  return { css: root.toString(), displayRules, problems }

  function inline(name: string, seen: Set<string>): void {
    if (seen.has(name)) return
    seen.add(name)
    let parsed
    try {
      parsed = postcss.parse(code.get(name) ?? '')
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`)
      return
    }
    parsed.walkAtRules('import', (rule: AtRule) => {
      const reference = /['"]([^'"]+)['"]/.exec(rule.params)?.[1]
      const target = reference && resolveName(folderOf(name), reference)
      if (target && code.has(target)) inline(target, seen)
      else problems.push(`${name}: @import ${rule.params} is not in the package`)
      rule.remove()
    })
    root.append(parsed.nodes)
  }
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent as Container | undefined
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)
}

function readDisplayRules(root: postcss.Root): DisplayRule[] {
  const rules: DisplayRule[] = []
  root.walkDecls('display', (declaration) => {
    const rule = declaration.parent
    if (rule?.type !== 'rule' || isKeyframe(rule as Rule)) return
    const around = (rule as Rule).parent
    const media =
      around?.type === 'atrule' && (around as AtRule).name === 'media' ? (around as AtRule).params : ''
    for (const selector of (rule as Rule).selectors) {
      rules.push({ selector, media, visible: declaration.value !== 'none' })
    }
  })
  // Without a rule that hides there is nothing to weigh against it.
  return rules.some((rule) => !rule.visible) ? rules : []
}
