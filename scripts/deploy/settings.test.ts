import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from './settings'

const folder = mkdtempSync(join(tmpdir(), 'minsheng-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const pem = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
  type: 'pkcs1',
  format: 'pem',
})
const GOOD = {
  MINIPROGRAM_APPID: 'wx0123456789abcdef',
  MINIPROGRAM_KEY_FILE: file('key', String(pem)),
  CLOUDBASE_ENV: 'county-1a2b',
  TENCENTCLOUD_SECRETID: 'id-of-mine',
  TENCENTCLOUD_SECRETKEY: 'key-of-mine',
}

it('reads all of them', () => {
  expect(readSettings(GOOD)).toEqual({
    appId: 'wx0123456789abcdef',
    uploadKey: String(pem),
    cloudEnv: 'county-1a2b',
    secretId: 'id-of-mine',
    secretKey: 'key-of-mine',
  })
})

it.each(Object.keys(GOOD))('says in one line that %s is missing', (name) => {
  expect(() => readSettings({ ...GOOD, [name]: ' ' })).toThrow(
    new RegExp(`^还缺环境变量：${name}（[^\n]+）；[^\n]+$`),
  )
})

it('names all that are missing at once', () => {
  const names = Object.keys(GOOD).join('.*')
  expect(() => readSettings({})).toThrow(new RegExp(names))
})

it.each([
  [{ MINIPROGRAM_APPID: 'touristappid' }, '不像小程序的 AppID'],
  [{ MINIPROGRAM_KEY_FILE: join(folder, 'nowhere') }, '读不出来'],
  [{ MINIPROGRAM_KEY_FILE: file('public', '-----BEGIN PUBLIC KEY-----\nabc\n') }, '不是私钥文件'],
])('%j is refused', (change, words) => {
  expect(() => readSettings({ ...GOOD, ...change })).toThrow(words)
})
