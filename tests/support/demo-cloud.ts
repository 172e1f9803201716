import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedDemo } from '../../demo'
import { subscribeTemplates } from '../../demo/county/templates'
import { projectRoot } from '../../localcloud/root'
import { loadSecrets } from '../../localcloud/secrets'
import { startLocalCloud, type LocalCloud } from '../../localcloud/server'
import { watchIndexes } from './indexes'

export interface DemoCloudOptions {
  /** With the two months of tickets that the demo county has behind it; takes some seconds. */
  history?: boolean
  /** Serve the built H5 pages too. */
  h5?: boolean
}

export interface DemoCloud {
  cloud: LocalCloud
  /** @throws when a function asked the database without an index */
  close(): Promise<void>
}

/** The built functions on a local cloud of their own, with the demo county in a private folder. */
export async function startDemoCloud({ history = false, h5 = false }: DemoCloudOptions): Promise<DemoCloud> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'minsheng-demo-'))
  const built = (name: string) => path.join(projectRoot(), 'dist', name)
  const { LINK_KEY: _kept, ...secrets } = loadSecrets(path.join(dataDir, 'secrets.json'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: built('cloudfunctions'),
    ...(h5 ? { h5Dir: built('h5') } : {}),
    durability: 'off',
    functionEnv: { ...secrets, MINSHENG_SUBSCRIBE_TEMPLATES: subscribeTemplates },
  })
  const checkIndexes = watchIndexes(cloud)
  const { store, storage, clock } = cloud
  await seedDemo(
    { store, storage, clock: () => clock.now(), secrets, progress: () => {} },
    { empty: !history },
  )
  return {
    cloud,
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
      checkIndexes()
    },
  }
}
