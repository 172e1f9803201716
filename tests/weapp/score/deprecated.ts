import { readFileSync } from 'node:fs'

/** The functions of `wx` that WeChat's own typings call deprecated or no longer maintained. */
export function deprecatedNames(): Set<string> {
  const typings = readFileSync(require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'), 'utf8')
  const start = typings.indexOf('interface Wx {')
  const documented = typings
    .slice(start)
    .matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*([a-z]\w*)(?:<[^(]*>)?\(/g)
  const names = [...documented]
    .filter(([, text]) => /@deprecated|停止维护/.test(text!))
    .map(([, , name]) => name!)
  if (names.length === 0) throw new Error('the typings no longer say what is deprecated')
  return new Set(names)
}
