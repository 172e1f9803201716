/**
 * The import rules, proved: a small project that breaks each rule once is cruised with the real configuration, and
 * each must turn red at its own file; a project that keeps them all must be green.
 */
import { sampleProject, type Run } from './support/sample'

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'
const TOOLS = ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']
const LIST = {
  'config/client-schemas.ts':
    "export const clientFiles = [{ file: 'core/ticket/words.ts', why: 'display' }]\n",
}

/** What stands in every sample, so that imports lead somewhere. */
const HOUSE = {
  'src/features/ticket/index.ts': "export { useTicket } from './use-ticket'\n",
  'src/features/ticket/use-ticket.ts': 'export const useTicket = () => 1\n',
  'src/features/booking/index.ts': 'export const useBooking = () => 1\n',
  'src/components/card/index.tsx': 'export const Card = () => null\n',
  'src/cloud/index.ts': "import { way } from '@transport'\nexport const client = way\n",
  'src/cloud/h5/index.ts': "import { post } from './post'\nexport const way = post\n",
  'src/cloud/h5/post.ts': 'export const post = 1\n',
  'src/cloud/weapp/index.ts': 'export const way = 2\n',
  'src/pages/list/index.tsx': 'export default () => null\n',
  'core/contracts/ticket/submit.ts': "import * as v from 'valibot'\nexport const schema = v.string()\n",
  'core/errors/index.ts': 'export interface Failure { code: string }\n',
  'core/ticket/words.ts': "export const WORDS = ['a']\nexport type Word = string\n",
  'core/ticket/decide.ts': 'export const decide = () => 1\nexport interface Ticket { id: string }\n',
  'cloudfunctions/_server/runtime/create-function.ts': 'export const createFunction = (x: unknown) => x\n',
  'cloudfunctions/_server/platform/database.ts':
    "import cloud from 'wx-server-sdk'\nexport const database = cloud\n",
  'cloudfunctions/_server/platform/ids.ts':
    "import { randomUUID } from 'node:crypto'\nexport const id = randomUUID\nexport interface Ids { next(): string }\n",
  'cloudfunctions/_server/ticket/index.ts': "export { submit } from './ticket.service'\n",
  'cloudfunctions/_server/ticket/ticket.actions.ts':
    "import { schema } from '@core/contracts/ticket/submit'\nimport { submit } from './ticket.service'\nexport const actions = { schema, submit }\n",
  'cloudfunctions/_server/ticket/ticket.service.ts':
    "import { decide } from '@core/ticket/decide'\nimport type { Ids } from '@server/platform/ids'\nimport { load } from './ticket.repository'\nimport { person } from '@server/people'\nexport const submit = (ids: Ids) => [decide, load, person, ids]\n",
  'cloudfunctions/_server/ticket/ticket.repository.ts':
    "import type { Ticket } from '@core/ticket/decide'\nimport { database } from '@server/platform/database'\nexport const load = (): [unknown, Ticket?] => [database]\n",
  'cloudfunctions/_server/people/index.ts': "export { person } from './people.service'\n",
  'cloudfunctions/_server/people/people.service.ts': 'export const person = 1\n',
  'cloudfunctions/_server/people/people.actions.ts': 'export const actions = {}\n',
  'cloudfunctions/ticket/index.ts':
    "import { createFunction } from '@server/runtime/create-function'\nimport { actions } from '@server/ticket/ticket.actions'\nexport const main = createFunction(actions)\n",
  'localcloud/main.ts': "import { createServer } from 'node:http'\nexport const server = createServer\n",
  'demo/build.ts': "import { decide } from '@core/ticket/decide'\nexport const built = decide()\n",
  'scripts/tool.ts': 'export const tool = 1\n',
  'tests/support/fake.ts': 'export const fake = 1\n',
}

/** Good imports that must stay allowed. */
const RIGHT = {
  // A folder inside a feature may use what lies above it.
  'src/features/deep/index.ts': "import { inner } from './parts/inner'\nexport const deep = inner\n",
  'src/features/deep/words.ts': 'export const words = 1\n',
  'src/features/deep/parts/inner.ts': "import { words } from '../words'\nexport const inner = words\n",
  'src/pages/home/index.tsx':
    "import { View } from '@tarojs/components'\nimport type { Ticket } from '@core/ticket/decide'\nimport { Card } from '@/components/card'\nimport { useTicket } from '@/features/ticket'\nimport { part } from './part'\nexport default (t: Ticket) => [View, Card, useTicket, t, part]\n",
  'src/pages/home/part.ts': 'export const part = 1\n',
  'src/features/search/index.ts':
    "import { WORDS } from '@core/ticket/words'\nimport { client } from '@/cloud'\nimport { useTicket } from '@/features/ticket'\nexport const search = [WORDS, client, useTicket]\n",
  'src/cloud/client.ts':
    "import type { Failure } from '@core/errors'\nimport { type Failure as Other } from '@core/errors'\nexport const fail = (f: Failure | Other) => f\n",
  'src/features/search/search.test.ts':
    "import { fake } from '../../../tests/support/fake'\nimport { schema } from '@core/contracts/ticket/submit'\nexport const x = [fake, schema]\n",
}

/** By rule: the file at fault (first) with what it imports, and whatever else it takes to break the rule. */
const WRONG: Record<string, Record<string, string>> = {
  'pages-compose-only': {
    'src/pages/w1/index.tsx': "import { client } from '@/cloud'\nexport default () => client\n",
  },
  'pages-stay-apart': { 'src/pages/w2/index.tsx': "import list from '../list/index'\nexport default list\n" },
  'pages-know-core-as-types': {
    'src/workbench/w3/index.tsx': "import { WORDS } from '@core/ticket/words'\nexport default () => WORDS\n",
  },
  'src-knows-core-as-types': {
    'src/features/w4/index.ts': "import { decide } from '@core/ticket/decide'\nexport const d = decide\n",
  },
  'features-through-their-face': {
    'src/features/w5/index.ts':
      "import { useTicket } from '@/features/ticket/use-ticket'\nexport const u = useTicket\n",
  },
  'features-stay-below-pages': {
    'src/features/w6/index.ts': "import list from '@/pages/list/index'\nexport const l = list\n",
  },
  'components-know-no-domain': {
    'src/components/w7/index.tsx':
      "import type { Ticket } from '@core/ticket/decide'\nexport const W7 = (t: Ticket) => t\n",
  },
  'cloud-door-stays-thin': {
    'src/cloud/w8.ts': "import { Card } from '@/components/card'\nexport const c = Card\n",
  },
  'cloud-door-knows-contracts': {
    'src/cloud/w9.ts':
      "import type { Ticket } from '@core/ticket/decide'\nexport const t = (x: Ticket) => x\n",
  },
  'transport-by-alias': { 'src/cloud/w10.ts': "import { post } from './h5/post'\nexport const p = post\n" },
  'one-transport-not-the-other': {
    'src/cloud/weapp/w11.ts': "import { post } from '../h5/post'\nexport const p = post\n",
  },
  'src-is-the-client': {
    'src/app.tsx': "import { server } from '../localcloud/main'\nexport default server\n",
  },
  'functions-are-a-few-lines': {
    'cloudfunctions/w13/index.ts':
      "import { submit } from '@server/ticket/ticket.service'\nexport const main = submit\n",
  },
  'actions-call-their-service': {
    'cloudfunctions/_server/w14/w14.actions.ts':
      "import { database } from '@server/platform/database'\nexport const a = database\n",
  },
  'actions-in-their-domain': {
    'cloudfunctions/_server/w15/w15.actions.ts':
      "import { person } from '@server/people'\nexport const a = person\n",
  },
  'services-know-no-platform': {
    'cloudfunctions/_server/w16/w16.service.ts':
      "import { id } from '@server/platform/ids'\nexport const a = id\n",
  },
  'repositories-only-store': {
    'cloudfunctions/_server/w17/w17.repository.ts':
      "import { person } from '@server/people'\nexport const a = person\n",
  },
  'repositories-know-core-as-types': {
    'cloudfunctions/_server/w18/w18.repository.ts':
      "import { decide } from '@core/ticket/decide'\nexport const a = decide\n",
  },
  'domains-through-their-face': {
    'cloudfunctions/_server/w19/w19.service.ts':
      "import { person } from '@server/people/people.service'\nexport const a = person\n",
  },
  'platform-is-the-ground': {
    'cloudfunctions/_server/platform/w20.ts':
      "import { createFunction } from '@server/runtime/create-function'\nexport const a = createFunction\n",
  },
  'server-is-the-server': {
    'cloudfunctions/_server/w21/w21.service.ts':
      "import { built } from '../../../demo/build'\nexport const a = built\n",
  },
  'sdk-only-in-platform': {
    'cloudfunctions/_server/runtime/w22.ts': "import cloud from 'wx-server-sdk'\nexport const a = cloud\n",
  },
  'core-is-pure': { 'core/ticket/w23.ts': "import React from 'react'\nexport const a = React\n" },
  'localcloud-imitates-a-cloud': {
    'localcloud/w24.ts':
      "import { actions } from '@server/ticket/ticket.actions'\nexport const a = actions\n",
  },
  'localcloud-knows-no-rules': {
    'localcloud/w25.ts': "import { decide } from '@core/ticket/decide'\nexport const a = decide\n",
  },
  'demo-writes-through-import': {
    'demo/w26.ts': "import { client } from '@/cloud'\nexport const a = client\n",
  },
  'node-only-where-node-is': {
    'cloudfunctions/_server/w27/w27.service.ts':
      "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
  },
  'no-test-code-in-the-product': {
    'localcloud/w28.ts': "import { fake } from '../tests/support/fake'\nexport const a = fake\n",
  },
  'delivered-code-has-dependencies': {
    'src/features/w29/index.ts': "import fc from 'fast-check'\nexport const a = fc\n",
  },
  resolvable: { 'demo/w30.ts': "import { nothing } from './nowhere'\nexport const a = nothing\n" },
  'no-cycles': {
    'core/ticket/w31.ts': "import { b } from './w31b'\nexport const a = () => b\n",
    'core/ticket/w31b.ts': "import { a } from './w31'\nexport const b = () => a\n",
  },
  'no-cycles-between-features': {
    'src/features/w32a/inner.ts': "import { b } from '@/features/w32b'\nexport const x = b\n",
    'src/features/w32a/index.ts': 'export const a = 1\n',
    'src/features/w32b/index.ts': 'export const b = 1\n',
    'src/features/w32b/inner.ts': "import { a } from '@/features/w32a'\nexport const y = a\n",
  },
  'no-cycles-between-domains': {
    'cloudfunctions/_server/w33a/w33a.service.ts': "import { b } from '@server/w33b'\nexport const x = b\n",
    'cloudfunctions/_server/w33a/index.ts': 'export const a = 1\n',
    'cloudfunctions/_server/w33b/index.ts': 'export const b = 1\n',
    'cloudfunctions/_server/w33b/w33b.service.ts': "import { a } from '@server/w33a'\nexport const y = a\n",
  },
}

interface Violation {
  from: string
  rule: { name: string }
}

async function cruise(files: Record<string, string>): Promise<Violation[]> {
  const project = sampleProject(TOOLS, { ...HOUSE, ...LIST, ...files })
  try {
    const folders = ['src', 'core', 'cloudfunctions', 'localcloud', 'demo']
    const run: Run = await project.node([CRUISER, ...folders, '--output-type', 'json'])
    if (!run.stdout.startsWith('{')) throw new Error(run.stderr || run.stdout)
    return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations
  } finally {
    project.remove()
  }
}

describe('import rules', () => {
  let violations: Violation[]
  beforeAll(async () => {
    violations = await cruise(Object.assign({}, ...Object.values(WRONG)))
  })

  it.each(Object.keys(WRONG))('%s turns red', (name) => {
    const culprit = Object.keys(WRONG[name])[0]
    const found = violations.filter((each) => each.rule.name === name).map(({ from }) => from)
    // A rule between folders names the folder.
    expect(found.some((from) => from === culprit || culprit.startsWith(`${from}/`))).toBe(true)
  })

  it('has a wrong sample for every rule', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a configuration file, read as its tool does
    const { forbidden } = require('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string; comment: string }[]
    }
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(WRONG).sort())
    expect(forbidden.filter(({ comment }) => !comment)).toEqual([])
  })

  it('lets the right imports pass', async () => {
    expect(await cruise(RIGHT)).toEqual([])
  })
})
