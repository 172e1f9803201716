/** What was acknowledged is there after a crash. A child process writes until it is killed without warning. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'
import { type CollectionSpec, openStore } from '../../../localcloud/store'

const ROOT = join(__dirname, '..', '..', '..')
const COLLECTIONS: CollectionSpec[] = [
  {
    name: 'events',
    indexes: [
      { name: 'by_n', fields: [{ path: 'n', type: 'number' }], unique: true },
      { name: 'by_tag', fields: [{ path: 'tags', type: 'string' }], multikey: true },
    ],
  },
  { name: 'heads', indexes: [] },
]

/** Adds events and moves a head along, by a transaction for every third, and prints each number once it is kept. */
const WRITER = `
import { openStore } from ${JSON.stringify(join(ROOT, 'localcloud', 'store'))}
const [file, collections] = process.argv.slice(2)
const store = openStore({ file, collections: JSON.parse(collections), durability: 'full', clock: () => new Date() })
const last = Number(JSON.parse(store.find('heads', { query: { _id: 'head' } })[0] ?? '{"n":0}').n)
for (let n = last + 1; ; n++) {
  const event = { _id: 'e' + n, n, tags: ['t' + (n % 3), 'all'] }
  if (n % 3 === 0) {
    const id = store.startTransaction()
    await store.inTransaction(id, async () => {}, (transaction) => {
      store.insert('events', [event], transaction)
      store.set('heads', 'head', { n }, transaction)
    })
    store.commitTransaction(id)
  } else {
    store.insert('events', [event])
    store.set('heads', 'head', { n })
  }
  process.stdout.write(n + '\\n')
}
`

let folder: string
let child: ChildProcess | undefined
beforeAll(() => {
  // Inside the project, so that the writer finds the same node_modules.
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  folder = mkdtempSync(join(ROOT, '.cache', 'durability-'))
  writeFileSync(join(folder, 'writer.ts'), WRITER)
  buildSync({
    entryPoints: [join(folder, 'writer.ts')],
    outfile: join(folder, 'writer.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
})
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Lets the writer go on until it has acknowledged so many, kills it, and returns the last acknowledged. */
async function writeAndKill(file: string, count: number): Promise<number> {
  child = spawn(process.execPath, [join(folder, 'writer.mjs'), file, JSON.stringify(COLLECTIONS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  let seen = 0
  const exited = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout! })) {
    acknowledged = Number(line)
    if (++seen === count) child.kill('SIGKILL')
  }
  await exited
  return acknowledged
}

it('kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  const file = join(folder, 'store.sqlite')
  for (const count of [7, 120, 43]) {
    const acknowledged = await writeAndKill(file, count)
    const store = openStore({ file, collections: COLLECTIONS, durability: 'full', clock: () => new Date() })
    try {
      const numbers = [...store.dump('events')].map((event) => Number(event.n))
      expect(numbers.length).toBeGreaterThanOrEqual(acknowledged)
      expect(numbers).toEqual(numbers.map((_, i) => i + 1))
      // Nor is anything half there: side table and head go with the events, a transaction is whole.
      expect(store.count('events', { tags: 'all' })).toBe(numbers.length)
      const head = Number(JSON.parse(store.find('heads', { query: { _id: 'head' } })[0]).n)
      expect(head).toBeGreaterThanOrEqual(acknowledged)
      expect(numbers.length - head).toBeLessThanOrEqual(numbers.length % 3 === 0 ? 0 : 1)
      if (head < numbers.length) store.set('heads', 'head', { n: numbers.length })
    } finally {
      store.close()
    }
  }
})
