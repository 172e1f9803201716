import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedDemo } from '../../../demo'
import { projectRoot } from '../../../localcloud/root'
import { loadSecrets } from '../../../localcloud/secrets'
import { startLocalCloud } from '../../../localcloud/server'
import { compile, doorBridge, launch } from '../host'

it('probe', async () => {
  const t0 = Date.now()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'minsheng-weapp-'))
  const { LINK_KEY: _kept, ...secrets } = loadSecrets(path.join(dataDir, 'secrets.json'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: path.join(projectRoot(), 'dist', 'cloudfunctions'),
    durability: 'off',
    functionEnv: secrets,
  })
  const { store, storage, clock } = cloud
  await seedDemo({ store, storage, clock: () => clock.now(), secrets, progress: () => {} }, { empty: false })
  const t1 = Date.now()
  console.log('seed', t1 - t0)
  const program = compile('dist/weapp')
  console.log('compile', Date.now() - t1)
  const out: string[] = []
  try {
  for (const entry of program.pages) {
    const t = Date.now()
    const person = entry.startsWith('workbench') ? 'operator-1' : 'citizen-1'
    const app = await launch({ dist: program, bridge: doorBridge({ baseUrl: cloud.url, person }), entry })
    // capture setData
    const proto = (app.window as any)
    await app.idle()
    const st = app.stats()
    out.push(`${entry} ${Date.now() - t}ms nodes ${st.page.nodes} depth ${st.page.depth} widest ${st.page.widest} setData ${st.page.setData.map((s) => s.bytes + (s.hidden ? 'h' : '')).join(',')} ${app.texts().slice(0, 6).join('|')}`)
    writeFileSync(`/tmp/probe-${entry.replaceAll('/', '_')}.html`, app.window.document.body.innerHTML)
    app.close()
  }
  } finally {
  console.log(out.join('\n'))
  await cloud.close()
  }
}, 300000)
