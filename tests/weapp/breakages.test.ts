import path from 'node:path'
import { BREAKAGES } from './breakages'
import { compile, launch, type App, type Program } from './host'
import { OutputCopy } from './host/output'
import * as standard from './smoke'

const DIST = path.resolve(process.env.WEAPP_DIST ?? 'dist/weapp')
const SMOKE = process.env.WEAPP_SMOKE

/** The walk that every breakage must spoil: the house's own, or another module's `smoke`. */
async function walk(app: App, program: Program): Promise<void> {
  const { smoke } = SMOKE ? ((await import(path.resolve(SMOKE))) as typeof standard) : standard
  await smoke(app, program)
}

/** Runs the walk on an output; gives what was complained about, '' when nothing was. */
async function complaintAbout(dist: string): Promise<string> {
  let app: App | undefined
  try {
    const program = compile(dist)
    app = await launch({ dist: program, bridge: standard.NO_WAY, answers: standard.NO_THANKS })
    await walk(app, program)
    app.close()
    return ''
  } catch (error) {
    app?.abandon()
    return (error as Error).message
  }
}

it('passes the output as it was built', async () => {
  expect(await complaintAbout(DIST)).toBe('')
})

describe('notices that', () => {
  it.each(BREAKAGES)('$name', async ({ how, complaint }) => {
    const output = new OutputCopy(DIST)
    try {
      how(output)
      expect(await complaintAbout(output.dist)).toMatch(complaint)
    } finally {
      output.discard()
    }
  })
})
