/** Which tests name which rules: the titles of `it` and `test`, read without running them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { at, root } from '../lib/root.mjs'

const FOLDERS = ['core', 'cloudfunctions', 'src', 'localcloud', 'demo', 'deploy', 'scripts', 'tests']
const RULE_ID = /\b(?:R-[A-Z]\d+|E\d+)\b/g

/** The rules a title names, each once. */
export const rulesIn = (title) => [...new Set(title.match(RULE_ID) ?? [])]

/** Every test file, from the root, with forward slashes. */
export function testFiles() {
  const under = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) return under(file)
      return /\.test\.tsx?$/.test(entry.name) ? [path.relative(root, file).split(path.sep).join('/')] : []
    })
  return FOLDERS.map((folder) => at(folder))
    .filter((folder) => existsSync(folder))
    .flatMap(under)
}

/** The titles of the tests of one file. Parsed rather than matched, so that `it.each` tables and quotes do not mislead. */
export function titlesOf(file) {
  const titles = []
  const source = ts.createSourceFile(file, readFileSync(at(file), 'utf8'), ts.ScriptTarget.Latest)
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTest(node.expression)) titles.push(...textOf(node.arguments[0]))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return titles
}

/** `it(…)`, `it.only(…)`, `it.each(table)(…)`, and the same of `test`. */
function isTest(callee) {
  if (ts.isIdentifier(callee)) return callee.text === 'it' || callee.text === 'test'
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return isTest(callee.expression)
  return false
}

function textOf(node) {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (!ts.isTemplateExpression(node)) return []
  return [node.head.text + node.templateSpans.map(({ literal }) => literal.text).join('…')]
}

/**
 * All rules named in titles, with how often each file names them.
 *
 * @returns {Map<string, Map<string, number>>} rule → file → number of tests
 */
export function testsByRule() {
  const found = new Map()
  for (const file of testFiles()) {
    for (const rule of titlesOf(file).flatMap(rulesIn)) {
      const files = found.get(rule) ?? new Map()
      found.set(rule, files.set(file, (files.get(file) ?? 0) + 1))
    }
  }
  return found
}
