import type { Program } from '../runtime/types'
import { wxFunctionNames } from './api-names'
import { checkDeclared } from './declared'
import { readPackage } from './package-files'
import { compileStyle } from './styles'
import { builtInAttributes, compileTemplates } from './templates'

/** The output cannot be a mini-program: every reason found, one a line. */
export class CompileError extends Error {
  constructor(readonly problems: string[]) {
    super(`The mini-program does not compile:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'CompileError'
  }
}

/**
 * Reads a built mini-program (`dist/weapp`) and makes of it what the host runs.
 * @throws CompileError when WeChat's compiler warns, or something declared is not in the package
 */
export function compile(dist: string): Program {
  const files = readPackage(dist)
  const templates = compileTemplates(files.code)
  const declared = checkDeclared(files, templates)
  const styles = [...files.code.keys()]
    .filter((file) => file.endsWith('.wxss'))
    .map((file) => [file.slice(0, -5), compileStyle(files.code, file)] as const)
  const problems = [
    ...templates.problems,
    ...declared.problems,
    ...styles.flatMap(([, style]) => style.problems),
  ]
  if (problems.length > 0) throw new CompileError([...new Set(problems)])
  return {
    app: declared.app,
    pages: declared.pages,
    configs: declared.configs,
    scripts: Object.fromEntries(
      [...files.code]
        .filter(([file]) => file.endsWith('.js'))
        .map(([file, text]) => [file.slice(0, -3), text]),
    ),
    styles: Object.fromEntries(styles.map(([name, style]) => [name, style.css])),
    displayRules: Object.fromEntries(styles.map(([name, style]) => [name, style.displayRules])),
    templates: templates.source,
    attributes: builtInAttributes(files.code),
    assets: [...files.assets.keys()],
    apiNames: wxFunctionNames(),
  }
}
