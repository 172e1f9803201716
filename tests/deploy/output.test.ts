/** What would be uploaded, as the builds left it in dist/: nothing secret in it, and all of it declared in deploy/. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readDeployment } from '../../localcloud/deployment'
import { readCatalog } from '../../localcloud/functions/catalog'
import { findLeaks, placesOf, secretsAtHand } from '../../scripts/deploy/leaks'
import { sampleProject } from '../rules/support/sample'

const ROOT = path.resolve(__dirname, '..', '..')
const dist = (name: string) => path.join(ROOT, 'dist', name)
const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const { functions, runtime } = readDeployment(path.join(ROOT, 'deploy'))
const catalog = readCatalog(dist('cloudfunctions'))

describe('nothing secret leaves this machine', () => {
  it.each(['weapp', 'cloudfunctions'])(
    'dist/%s holds no secret, key, token, source map, local data or path of this machine',
    (name) => {
      expect(filesUnder(dist(name)).length).toBeGreaterThan(5)
      const search = { secrets: secretsAtHand(ROOT, process.env), places: placesOf(ROOT) }
      expect(findLeaks(dist(name), search)).toEqual([])
    },
  )

  it('a build on a machine with the secrets set and data at hand carries none of them away', async () => {
    const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
    const env = {
      MINSHENG_SECRET_ENC: key(11),
      MINSHENG_SECRET_HMAC: key(12),
      TENCENTCLOUD_SECRETKEY: 'canary-of-the-cloud',
    }
    const data = { '.data/secrets.json': JSON.stringify({ LINK_KEY: key(13) }) }
    const sources = [
      'scripts',
      'cloudfunctions',
      'core',
      'tsconfig.json',
      'package.json',
      'package-lock.json',
    ]
    const project = sampleProject(sources, data)
    try {
      const { code, stderr } = await project.node(['scripts/build.mjs', 'functions'], env)
      expect([code, stderr]).toEqual([0, expect.any(String)])
      const secrets = secretsAtHand(project.folder, env)
      expect(secrets.map(({ name }) => name)).toEqual([...Object.keys(env), 'LINK_KEY'])
      const built = path.join(project.folder, 'dist', 'cloudfunctions')
      expect(findLeaks(built, { secrets, places: placesOf(project.folder) })).toEqual([])
    } finally {
      project.remove()
    }
  })
})

describe('what is built is what deploy/ declares', () => {
  it.each([...catalog.keys()])('function %s has a rule of its own', (name) => {
    expect(Object.keys(functions.declared)).toContain(name)
  })

  it('clients may not call what only timers and pushes start', () => {
    const timed = [...catalog.values()].filter(({ timer }) => timer !== null).map(({ name }) => name)
    expect(timed).toContain('clock')
    for (const name of [...timed, 'wxpush', 'anything-new']) {
      expect([name, functions.allows(name, { signedIn: true })]).toEqual([name, false])
    }
  })

  it.each([...catalog.keys()])('function %s reads only variables that are declared', (name) => {
    const code = readFileSync(path.join(dist('cloudfunctions'), name, 'index.js'), 'utf8')
    const read = new Set(code.match(/\bMINSHENG_[A-Z_]+/g))
    // The local cloud's settable clock; nobody sets it in a county.
    read.delete('MINSHENG_NOW_OFFSET_MS')
    const { required, optional } = runtime.env
    expect([...read].filter((variable) => ![...required, ...optional].includes(variable))).toEqual([])
  })

  it('no client asks the database: it has no rights there', () => {
    const scripts = filesUnder(dist('weapp')).filter((file) => file.endsWith('.js'))
    const asking = scripts.filter((file) => /\.database\b/.test(readFileSync(file, 'utf8')))
    expect(asking).toEqual([])
  })
})
