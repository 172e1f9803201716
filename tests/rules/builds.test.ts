/** The build script, run for real on a small project: it builds what changed, once, and never leaves half. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sampleProject, type SampleProject } from './support/sample'

const SOURCE = 'cloudfunctions/open/index.ts'

describe('scripts/build.mjs', () => {
  let project: SampleProject
  const build = () => project.node(['scripts/build.mjs', 'functions'])
  const output = () => readFileSync(path.join(project.folder, 'dist/cloudfunctions/open/index.js'), 'utf8')

  beforeEach(() => {
    project = sampleProject(['scripts', 'tsconfig.json', 'package.json', 'package-lock.json'], {
      [SOURCE]:
        "import cloud from 'wx-server-sdk'\nimport { word } from '@core/word'\nexport const main = () => [cloud, word]\n",
      'cloudfunctions/open/config.json': '{ "permissions": { "openapi": [] } }\n',
      'cloudfunctions/_server/shared.ts': 'export const shared = 1\n',
      'core/word.ts': "export const word = '第一版'\n",
    })
  })
  afterEach(() => project.remove())

  it('makes a folder that can be uploaded: code with core inside, the SDK outside and pinned', async () => {
    expect((await build()).code).toBe(0)
    expect(readdirSync(path.join(project.folder, 'dist/cloudfunctions'))).toEqual(['open'])
    expect(output()).toContain('第一版')
    expect(output()).toContain('require("wx-server-sdk")')
    const manifest = readFileSync(path.join(project.folder, 'dist/cloudfunctions/open/package.json'), 'utf8')
    expect(JSON.parse(manifest).dependencies).toEqual({
      'wx-server-sdk': expect.stringMatching(/^\d+\.\d+\.\d+$/),
    })
    expect(existsSync(path.join(project.folder, 'dist/cloudfunctions/open/config.json'))).toBe(true)
  })

  it('builds again only when an input changed or the output is gone', async () => {
    await build()
    expect((await build()).stdout).toContain('没有变化')
    project.write({ 'core/word.test.ts': 'it()\n' })
    expect((await build()).stdout).toContain('没有变化')
    project.write({ 'core/word.ts': "export const word = '第二版'\n" })
    expect((await build()).stdout).not.toContain('没有变化')
    expect(output()).toContain('第二版')
    rmSync(path.join(project.folder, 'dist'), { recursive: true })
    await build()
    expect(output()).toContain('第二版')
  })

  it('keeps the last good output when a build fails, names the place, and does not take it for fresh', async () => {
    await build()
    project.write({ [SOURCE]: 'export const main: = 1\n' })
    const failed = await build()
    expect(failed.code).toBe(1)
    expect(failed.stderr).toContain('cloudfunctions/open/index.ts:1:')
    expect(failed.stderr).not.toMatch(/^\s+at /m)
    expect(output()).toContain('第一版')
    expect((await build()).code).toBe(1)
    expect(readdirSync(path.join(project.folder, '.cache/build'))).toEqual([])
  })

  it('names a function without config.json', async () => {
    rmSync(path.join(project.folder, 'cloudfunctions/open/config.json'))
    expect((await build()).stderr).toContain('cloudfunctions/open/config.json')
  })

  it('builds once when two start together, and takes over the lock of a process that died', async () => {
    // No process has this id: Linux, macOS and Windows all stay below it.
    project.write({ '.cache/locks/build-functions.lock': '2147483646' })
    const runs = await Promise.all([build(), build(), build()])
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(runs.filter(({ stdout }) => stdout.includes('没有变化'))).toHaveLength(2)
    expect(readdirSync(path.join(project.folder, '.cache/locks'))).toEqual([])
  })

  it('refuses a target it does not know', async () => {
    const run = await project.node(['scripts/build.mjs', 'everything'])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('everything')
  })
})
