/** The lint rules of this project, proved on wrong and right samples with the real configuration. */
import { sampleProject } from './support/sample'

const CASES: { why: string; rule: string; file: string; wrong: string; right: string }[] = [
  {
    why: 'core takes the time as an argument',
    rule: 'no-restricted-syntax',
    file: 'core/clock.ts',
    wrong: 'export const a = new Date()\nexport const b = Date.now()\n',
    right: 'export const a = (now: Date) => new Date(now.getTime() + 1)\n',
  },
  {
    why: 'dayjs() reads the clock as well',
    rule: 'no-restricted-syntax',
    file: 'core/day.ts',
    wrong: "import dayjs from 'dayjs'\nexport const a = dayjs()\n",
    right: "import dayjs from 'dayjs'\nexport const a = (now: Date) => dayjs(now)\n",
  },
  {
    why: 'core leaves nothing to chance',
    rule: 'no-restricted-syntax',
    file: 'core/chance.ts',
    wrong: 'export const a = Math.random()\n',
    right: 'export const a = (chance: () => number) => chance()\n',
  },
  {
    why: 'a service takes the time from ctx',
    rule: 'no-restricted-syntax',
    file: 'cloudfunctions/_server/ticket/clock.service.ts',
    wrong: 'export const a = () => new Date()\n',
    right: 'export const a = (ctx: { now: Date }) => ctx.now\n',
  },
  {
    why: 'a service reads no environment',
    rule: 'no-restricted-syntax',
    file: 'cloudfunctions/_server/ticket/env.service.ts',
    wrong: 'export const a = process.env.SECRET\n',
    right: 'export const a = (ctx: { secret: string }) => ctx.secret\n',
  },
  {
    why: 'where().update() reaches every match',
    rule: 'no-restricted-syntax',
    file: 'cloudfunctions/_server/ticket/mass.repository.ts',
    wrong:
      "export const a = (db: any) => db.collection('t').where({}).update({}) // eslint-disable-line @typescript-eslint/no-explicit-any\n",
    right:
      "export const a = (db: any) => db.collection('t').doc('a').get() // eslint-disable-line @typescript-eslint/no-explicit-any\n",
  },
  {
    why: 'where().orderBy().remove() is the same in disguise, also elsewhere in platform',
    rule: 'no-restricted-syntax',
    file: 'cloudfunctions/_server/platform/files.ts',
    wrong:
      "export const a = (db: any) => db.where({}).orderBy('a').remove() // eslint-disable-line @typescript-eslint/no-explicit-any\n",
    right: 'export const a = process.env.SECRET\n',
  },
  {
    why: 'wx has one door',
    rule: 'no-restricted-syntax',
    file: 'src/pages/home/wx.ts',
    wrong: 'declare const wx: { request(): void }\nwx.request()\nexport {}\n',
    right: "import Taro from '@tarojs/taro'\nexport const a = () => Taro.getStorageSync('a')\n",
  },
  {
    why: 'Taro.cloud has one door',
    rule: 'no-restricted-syntax',
    file: 'src/features/ticket/cloud.ts',
    wrong: "import Taro from '@tarojs/taro'\nexport const a = () => Taro.cloud.init()\n",
    right: 'export const a = 1\n',
  },
  {
    why: 'no module is imported for its effect: the build would leave it out',
    rule: 'no-restricted-syntax',
    file: 'src/features/ticket/effect.ts',
    wrong: "import './register'\nexport const a = 1\n",
    right: "import './look.scss'\nimport { useState } from 'react'\nexport const a = useState\n",
  },
  {
    why: 'a phone has no fetch',
    rule: 'no-restricted-globals',
    file: 'src/features/ticket/net.ts',
    wrong: "export const a = () => fetch('/x')\n",
    right: 'export const a = 1\n',
  },
  {
    why: 'a promise nobody waits for is lost',
    rule: '@typescript-eslint/no-floating-promises',
    file: 'localcloud/lost.ts',
    wrong: 'const save = async () => 1\nexport const a = () => {\n  save()\n}\n',
    right: 'const save = async () => 1\nexport const a = async () => {\n  await save()\n}\n',
  },
  {
    why: 'hooks are called in one order',
    rule: 'react-hooks/rules-of-hooks',
    file: 'src/features/ticket/use-a.ts',
    wrong:
      "import { useState } from 'react'\nexport const useA = (on: boolean) => {\n  if (on) useState(1)\n}\n",
    right: "import { useState } from 'react'\nexport const useA = () => useState(1)\n",
  },
]

/** What may do what others may not. */
const EXEMPT = {
  'cloudfunctions/_server/platform/database.ts':
    'export const a = (db: any) => db.where({ _id: 1 }).update({}) // eslint-disable-line @typescript-eslint/no-explicit-any\n',
  'cloudfunctions/_server/platform/clock.ts': 'export const now = () => new Date()\n',
  'src/cloud/weapp/index.ts':
    "import Taro from '@tarojs/taro'\nexport const start = () => Taro.cloud.init()\n",
  'src/cloud/h5/index.ts': "export const start = async () => (await fetch('/x')).status\n",
  'src/features/ticket/look.h5.ts': "export const look = () => localStorage.getItem('a')\n",
  'core/clock.test.ts': 'export const today = new Date()\n',
}

async function lint(files: Record<string, string>): Promise<Map<string, string[]>> {
  const project = sampleProject(['eslint.config.mjs', 'tsconfig.json', 'package.json'], files)
  try {
    const { stdout, stderr } = await project.node([
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--format',
      'json',
    ])
    if (!stdout.startsWith('[')) throw new Error(stderr || stdout)
    const results = JSON.parse(stdout) as {
      filePath: string
      messages: { ruleId: string | null; message: string }[]
    }[]
    return new Map(
      results.map(({ filePath, messages }) => [
        filePath.slice(project.folder.length + 1).replace(/\\/g, '/'),
        messages.map(({ ruleId, message }) => ruleId ?? message),
      ]),
    )
  } finally {
    project.remove()
  }
}

describe('lint rules', () => {
  let wrong: Map<string, string[]>
  let right: Map<string, string[]>
  beforeAll(async () => {
    wrong = await lint(Object.fromEntries(CASES.map((each) => [each.file, each.wrong])))
    right = await lint({ ...Object.fromEntries(CASES.map((each) => [each.file, each.right])), ...EXEMPT })
  })

  it.each(CASES)('$why', ({ file, rule }) => {
    expect(wrong.get(file)).toContain(rule)
    expect(right.get(file)).toEqual([])
  })

  it.each(Object.keys(EXEMPT))('%s may', (file) => {
    expect(right.get(file)).toEqual([])
  })
})
