/** What the scripts say and promise before and after the real work. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sampleProject } from './support/sample'

const ROOT = path.join(__dirname, '..', '..')
const TOOLS = ['scripts', 'package.json', 'package-lock.json']

describe('starting on a machine that is not ready', () => {
  const start = async (prepare: (folder: string, write: (files: Record<string, string>) => void) => void) => {
    const project = sampleProject(TOOLS, {})
    try {
      prepare(project.folder, project.write)
      return await project.node(['scripts/start.mjs'])
    } finally {
      project.remove()
    }
  }
  const oneLine = (text: string) => expect(text.trim().split('\n')).toHaveLength(1)

  it('says `npm ci` when nothing is installed', async () => {
    const run = await start((folder) => rmSync(path.join(folder, 'node_modules')))
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('npm ci')
    oneLine(run.stderr)
  })

  it('says `npm ci` when what is installed is not what the lock asks for', async () => {
    const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
    lock.packages['node_modules/valibot'].version = '0.0.1'
    const run = await start((_, write) => write({ 'package-lock.json': JSON.stringify(lock) }))
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('npm ci')
    oneLine(run.stderr)
  })

  it('names the Node it needs', async () => {
    const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8').replace('>=20.19.0', '>=99.0.0')
    const run = await start((_, write) => write({ 'package.json': manifest }))
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('99.0.0')
    oneLine(run.stderr)
  })
})

describe('the totals of npm test', () => {
  const totalsOf = async (report: string) => {
    const project = sampleProject(['scripts'], { 'report.json': report })
    const program =
      "const t = await import('./scripts/lib/totals.mjs'); console.log(t.totalsLine(t.countsOf('report.json')))"
    try {
      return (await project.node(['--input-type=module', '-e', program])).stdout.trim()
    } finally {
      project.remove()
    }
  }
  const report = (changes: object) =>
    JSON.stringify({
      numPassedTests: 3,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      ...changes,
    })

  it('are one plain line', async () => {
    expect(await totalsOf(report({}))).toBe('3 passed, 0 failed')
    expect(await totalsOf(report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }))).toBe(
      '3 passed, 2 failed, 2 skipped',
    )
  })

  it('count a file that could not be loaded, and a run without a report, as a failure', async () => {
    expect(await totalsOf(report({ numRuntimeErrorTestSuites: 1 }))).toBe('3 passed, 1 failed')
    expect(await totalsOf('')).toBe('0 passed, 1 failed')
  })
})

describe('settings of the pages', () => {
  const filesUnder = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )

  it.each(['.env.development', '.env.production', '.env.test'])(
    '%s defines every TARO_APP_ name in src',
    (file) => {
      const defined: string[] =
        readFileSync(path.join(ROOT, file), 'utf8').match(/^TARO_APP_\w+(?==)/gm) ?? []
      const used = filesUnder(path.join(ROOT, 'src'))
        .filter((each) => /\.tsx?$/.test(each))
        .flatMap((each) => readFileSync(each, 'utf8').match(/\bTARO_APP_\w+/g) ?? [])
      // An undefined one stays literal in the bundle, and the browser stops at `process is not defined`.
      expect([...new Set(used)].filter((name) => !defined.includes(name))).toEqual([])
    },
  )
})
