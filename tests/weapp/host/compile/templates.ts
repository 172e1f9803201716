import { nodeRequire } from '../node'
import { BUILT_IN_TAGS } from '../runtime/components/tags'

const { TmplGroup } = nodeRequire(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

interface ParseProblem {
  code: number
  message: string
  startLine: number
}

/** Taro writes `<block id=…>`, which WeChat ignores; every other warning is a fault of the output. */
const IGNORED_ATTRIBUTE = 65548

export interface CompiledTemplates {
  /** `(missing) => templates`: see `makeTemplates` in runtime/view.ts. */
  source: string
  /** WXML file (no ending) → the WXML files it imports or includes. */
  imports: Map<string, string[]>
  /** WXML file (no ending) → the wxs files it uses. */
  wxs: Map<string, string[]>
  problems: string[]
}

/** Compiles every WXML and WXS file of the package with WeChat's own compiler. */
export function compileTemplates(code: Map<string, string>): CompiledTemplates {
  const group = new TmplGroup()
  const result: CompiledTemplates = { source: '', imports: new Map(), wxs: new Map(), problems: [] }
  for (const [file, text] of code) {
    if (file.endsWith('.wxs')) {
      result.problems.push(...wxsProblems(file, text))
      group.addScript(file.slice(0, -4), text)
    }
    if (!file.endsWith('.wxml')) continue
    const name = file.slice(0, -5)
    const lines = text.split('\n')
    for (const found of group.addTmpl(name, text) as ParseProblem[]) {
      if (found.code === IGNORED_ATTRIBUTE && lines[found.startLine]?.includes('<block')) continue
      result.problems.push(`${file}:${found.startLine + 1}: ${found.message}`)
    }
    result.imports.set(name, group.getDirectDependencies(name) as string[])
    result.wxs.set(name, group.getScriptDependencies(name) as string[])
  }
  result.source = `(missing) => { return ${reportMissingTemplates(group.getTmplGenObjectGroups())} }`
  group.free()
  return result
}

/**
 * `<template is="…">` with a name that does not exist renders nothing and says nothing. The lookup that the compiler
 * generates is extended to say it; should a later compiler write it differently, compiling fails here.
 */
function reportMissingTemplates(source: string): string {
  const lookup = 'return S[P]};'
  if (!source.includes(lookup))
    throw new Error('glass-easel writes its template lookup differently: mend templates.ts')
  return source.replaceAll(lookup, 'return S[P]||(P?missing(P):undefined)};')
}

/** A wxs file is pasted into the compiled whole, so a broken one has to be found before. */
function wxsProblems(file: string, text: string): string[] {
  try {
    new Function('require', 'module', 'exports', text)
    return []
  } catch (error) {
    return [`${file}: ${(error as Error).message}`]
  }
}

const ELEMENT = /<([a-z][\w-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g
const ATTRIBUTE = /\s([\w:.-]+)(?==|\s|$)/g
const NOT_A_PROPERTY =
  /^(bind|catch|capture-|mut-|wx:|model:|data-|mark:|change:|generic:|(id|class|style|slot|hidden)$)/

/** Every tag with the attributes it is given, of all WXML files or of one. */
export function tagsAndAttributes(texts: Iterable<string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const text of texts) {
    for (const [, tag, attributes] of text.matchAll(ELEMENT)) {
      const names = found.get(tag) ?? new Set<string>()
      found.set(tag, names)
      for (const [, name] of attributes.matchAll(ATTRIBUTE)) if (!NOT_A_PROPERTY.test(name)) names.add(name)
    }
  }
  return found
}

/** The attributes that the output uses on built-in tags: they become properties of the host's built-ins. */
export function builtInAttributes(code: Map<string, string>): Record<string, string[]> {
  const texts = [...code].filter(([file]) => file.endsWith('.wxml')).map(([, text]) => text)
  return Object.fromEntries(
    [...tagsAndAttributes(texts)]
      .filter(([tag]) => BUILT_IN_TAGS.has(tag))
      .map(([tag, names]) => [tag, [...names]]),
  )
}
