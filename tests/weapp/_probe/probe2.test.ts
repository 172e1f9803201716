import { mkdtempSync, writeFileSync, readFileSync, existsSync, cpSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedDemo } from '../../../demo'
import { projectRoot } from '../../../localcloud/root'
import { loadSecrets } from '../../../localcloud/secrets'
import { startLocalCloud } from '../../../localcloud/server'
import { compile, doorBridge, launch } from '../host'

it('probe', async () => {
  const keep = '/tmp/probe-data'
  const fresh = !existsSync(keep)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'minsheng-weapp-'))
  if (!fresh) cpSync(keep, dataDir, { recursive: true })
  const { LINK_KEY: _kept, ...secrets } = loadSecrets(path.join(dataDir, 'secrets.json'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: path.join(projectRoot(), 'dist', 'cloudfunctions'),
    durability: 'off',
    functionEnv: secrets,
  })
  const { store, storage, clock } = cloud
  if (fresh) await seedDemo({ store, storage, clock: () => clock.now(), secrets, progress: () => {} }, { empty: false })
  const program = compile(process.env.WEAPP_DIST ?? 'dist/weapp')
  const out: string[] = []
  try {
  for (const entry of ['pages/home/index', 'pages/tickets/index', 'workbench/home/index']) {
    const person = entry.startsWith('workbench') ? 'operator-1' : 'citizen-1'
    const app = await launch({ dist: program, bridge: doorBridge({ baseUrl: cloud.url, person }), entry })
    const seen: string[] = []
    const w = app.window as any
    const B = w.Blob
    w.Blob = class extends B { constructor(p: any[]) { super(p); seen.push(p[0]) } }
    await app.idle()
    const st = app.stats()
    out.push(`${entry} nodes ${st.page.nodes} setData ${st.page.setData.map((s) => s.bytes)}`)
    writeFileSync(`/tmp/probe-${entry.replaceAll('/', '_')}.json`, seen.map((s) => JSON.stringify(JSON.parse(s), null, 1)).join('\n=====\n'))
    app.close()
  }
  } finally {
  console.log(out.join('\n'))
  await cloud.close()
  if (fresh) cpSync(dataDir, keep, { recursive: true })
  }
}, 300000)
