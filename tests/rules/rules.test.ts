/** What `npm run rules` promises: it finds the tests of a rule, refuses ids that do not exist, and sees a dead test. */
import { sampleProject } from './support/sample'

const SCRIPTS = [
  'scripts',
  'package.json',
  'package-lock.json',
  'jest.config.mjs',
  'tsconfig.json',
  'tests/support',
]
const RULES = "export const RULES = [{ title: 'All', rules: { 'R-P1': 'one', E2: 'two' } }]"
const mutations = (...list: object[]) => `export const MUTATIONS = ${JSON.stringify(list)}`
const halving = { rule: 'R-P1', file: 'core/a.ts', find: 'n / 2', replace: 'n', test: 'core/a.test.ts' }
const CORE = {
  'core/a.ts': 'export const half = (n: number): number => n / 2\nexport const one = 1\n',
  'core/a.test.ts':
    "import { half } from './a'\nit.each([[1, ['(']]])('R-P1 halves, E2', () => expect(half(4)).toBe(2))\n",
}

async function run(files: Record<string, string>, ...args: string[]) {
  const project = sampleProject(SCRIPTS, {
    'tests/rules/rules.ts': RULES,
    'tests/mutations/index.ts': mutations(halving),
    ...CORE,
    ...files,
  })
  try {
    return await project.node(['scripts/rules.mjs', ...args])
  } finally {
    project.remove()
  }
}

it('lists each rule with its tests and marks those without', async () => {
  const { code, stdout } = await run({
    'tests/rules/rules.ts': RULES.replace("E2: 'two'", "E2: 'two', E3: 'three'"),
  })
  expect(code).toBe(0)
  expect(stdout).toMatch(/✓ R-P1 .*\n.*1 个测试：core\/a\.test\.ts/)
  expect(stdout).toMatch(/✖ E3 .*\n.*没有测试/)
})

it('refuses a rule in a test that is not in the list', async () => {
  const { code, stderr } = await run({ 'core/b.test.ts': "it('R-P9 is a slip of the pen', () => undefined)" })
  expect(code).toBe(1)
  expect(stderr).toContain('R-P9：core/b.test.ts')
})

it('--prove is content when the switched-off rule turns its test red', async () => {
  expect(await run({}, '--prove')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('✓ R-P1  core/a.ts'),
  })
})

it('--prove fails when nothing turns red, or the text to replace is not there once', async () => {
  const dead = { ...halving, find: 'one = 1', replace: 'one = 2' }
  const lost = { ...halving, find: 'n / 3' }
  const { code, stdout } = await run(
    { 'tests/mutations/index.ts': mutations(halving, dead, lost) },
    '--prove',
  )
  expect(code).toBe(1)
  expect(stdout).toContain('✖ R-P1  core/a.ts → core/a.test.ts 没有变红')
  expect(stdout).toContain('出现了 0 次')
})
