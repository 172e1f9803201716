/** `--prove`: each rule of the mutation table switched off, and a test that names it must turn red. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import config from '../../jest.config.mjs'
import { runNode } from '../lib/child.mjs'
import { at, root } from '../lib/root.mjs'
import { rulesIn } from './tests.mjs'

/** What makes a mutation useless before any test is run; undefined: nothing. */
function problemOf({ rule, file, find, test }, known) {
  if (!known.has(rule)) return `没有规则 ${rule}`
  for (const each of [file, test]) {
    try {
      readFileSync(at(each))
    } catch {
      return `没有文件 ${each}`
    }
  }
  const times = readFileSync(at(file), 'utf8').split(find).length - 1
  return times === 1 ? undefined : `${file} 里要换掉的文字出现了 ${times} 次`
}

/** One jest project a mutation: the unit tests' settings, that one file, and the transform that replaces. */
function projectOf({ file, find, replace, test }, name) {
  const { transform, displayName: _, ...unit } = config.projects[0]
  const mutating = ([pattern, [, swc]]) => [
    pattern,
    [at('scripts', 'rules', 'transform.mjs'), { swc, file: at(file), find, replace }],
  ]
  return {
    ...unit,
    rootDir: root,
    displayName: name,
    // Only these are searched for modules: one search a project.
    roots: ['core', 'src', 'cloudfunctions', 'tests/support', 'tests/factories']
      .map((folder) => at(folder))
      .filter((folder) => existsSync(folder)),
    testMatch: [at(test).replaceAll('\\', '/')],
    transform: Object.fromEntries(Object.entries(transform).map(mutating)),
  }
}

/**
 * Runs all mutations in one jest, prints what became of each.
 *
 * @param {import('../../tests/mutations/types').Mutation[]} mutations
 * @param {Set<string>} known ids of the rules
 * @returns {Promise<number>} how many did not turn a test of their rule red
 */
export async function prove(mutations, known) {
  const folder = at('.cache', 'rules')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const named = mutations.map((mutation, i) => ({
    ...mutation,
    name: `${i + 1} ${mutation.rule}`,
    problem: problemOf(mutation, known),
  }))
  const usable = named.filter(({ problem }) => !problem)
  const report = at('.cache', 'rules', 'failures.json')
  const settings = at('.cache', 'rules', 'jest.config.json')
  writeFileSync(
    settings,
    JSON.stringify({
      rootDir: root,
      projects: usable.map((mutation) => projectOf(mutation, mutation.name)),
      reporters: [[at('scripts', 'rules', 'reporter.mjs'), { file: report }]],
      cacheDirectory: at('.cache', 'jest-rules'),
      maxWorkers: 2,
    }),
  )
  const { output } = await runNode(
    [at('node_modules', 'jest', 'bin', 'jest.js'), '--ci', '--config', settings],
    {
      // Shrinking a failed property is of no use here; a proof comes out the same each time.
      env: { FC_RUNS: '50', FC_SEED: '1' },
    },
  )
  let failures
  try {
    failures = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    console.error(output)
    return mutations.length
  }
  let alive = 0
  for (const { name, rule, file, test, problem } of named) {
    const red = (failures[name] ?? []).filter((title) => rulesIn(title).includes(rule))
    const ok = !problem && red.length > 0
    if (!ok) alive++
    console.log(
      `${ok ? '✓' : '✖'} ${rule.padEnd(5)} ${file} → ${problem ?? (red[0] ? red[0] : `${test} 没有变红`)}`,
    )
  }
  console.log(`${mutations.length - alive} 条规则关掉后测试变红，${alive} 条没有`)
  return alive
}
