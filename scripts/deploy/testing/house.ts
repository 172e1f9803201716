import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder laid out like the repository after its builds, small enough to reason about. */
export interface House {
  root: string
  write(files: Record<string, string>): void
  remove(): void
}

/** @param env the cloud environment its mini-program is built for */
export function makeHouse(env = 'county-1a2b'): House {
  const root = mkdtempSync(join(tmpdir(), '民声 deploy-'))
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), text)
    }
  }
  cpSync('deploy', join(root, 'deploy'), {
    recursive: true,
    filter: (from) => !from.includes('node_modules'),
  })
  write({
    'package.json': '{ "name": "minsheng", "version": "1.2.3" }',
    'project.config.json': JSON.stringify({
      miniprogramRoot: 'dist/weapp/',
      cloudfunctionRoot: 'dist/cloudfunctions/',
      appid: 'touristappid',
      setting: { es6: false },
    }),
    'dist/weapp/app.json': '{ "pages": ["pages/home/index"] }',
    'dist/weapp/app.js': `cloud.init({env:"${env}"})`,
    'dist/weapp/app.js.LICENSE.txt': 'MIT',
    'dist/weapp/pages/home/index.wxml': '<view />',
    'dist/cloudfunctions/ticket/index.js': 'exports.main = () => 1',
    'dist/cloudfunctions/ticket/package.json': '{}',
    'dist/cloudfunctions/ticket/config.json': '{ "permissions": { "openapi": ["security.msgSecCheck"] } }',
    'dist/cloudfunctions/clock/index.js': 'exports.main = () => 1',
    'dist/cloudfunctions/clock/package.json': '{}',
    'dist/cloudfunctions/clock/config.json': JSON.stringify({
      triggers: [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }],
    }),
  })
  return { root, write, remove: () => rmSync(root, { recursive: true }) }
}
