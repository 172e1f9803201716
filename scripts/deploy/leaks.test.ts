import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findLeaks, secretsAtHand } from './leaks'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-leaks-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const KEY = Buffer.alloc(32, 200).toString('base64')
const WHERE = {
  secrets: [{ name: 'MINSHENG_SECRET_ENC', value: KEY }],
  places: ['/srv/民声 house', 'C:\\houses\\ming'],
}
const whats = (name: string, text: string) =>
  findLeaks(folderWith({ [name]: text }), WHERE).map(({ file, what }) => `${file}: ${what}`)

it('finds nothing in what belongs there', () => {
  const hash = 'a'.repeat(64)
  expect(
    whats(
      'pages/home/index.js',
      `const a="${hash}",b="/pages/home/index",c='data:image/png;base64,${KEY}${KEY}'`,
    ),
  ).toEqual([`pages/home/index.js: MINSHENG_SECRET_ENC`])
  expect(whats('app.js', `const a="${hash}",b="/home/index",u="https://example.cn/Users/1"`)).toEqual([])
  expect(whats('app.js.LICENSE.txt', 'MIT')).toEqual([])
})

it.each([
  ['app.js', `x="${KEY}"`, 'MINSHENG_SECRET_ENC'],
  ['assets/a.png', `\x89PNG${KEY}`, 'MINSHENG_SECRET_ENC'],
  ['app.js', 'k=`-----BEGIN RSA PRIVATE KEY-----\nMII`', '私钥'],
  ['app.js', 'id="AKIDz8krbsJ5yKBZQpn74WFkmLPx3"', '腾讯云密钥编号'],
  ['app.js', `t="ghp_${'a1'.repeat(18)}"`, '访问令牌'],
  [
    'app.js',
    't="eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"',
    '登录令牌',
  ],
  ['config.json', JSON.stringify({ key: Buffer.alloc(32, 7).toString('base64') }), '32 字节的密钥'],
  ['app.js', '//# sourceMappingURL=app.js.map', '源码映射'],
  ['app.js', 'm="/home/ming/minsheng/src/app.tsx"', '本机路径'],
  ['app.js', 'm="/srv/民声 house/src"', '本机路径'],
  ['app.js', String.raw`m="C:\\houses\\ming\\src"`, '本机路径'],
  ['app.js', String.raw`m="D:\\Users\\ming"`, '本机路径'],
  ['app.js.map', '{}', '不该在这里的文件'],
  ['index.ts', 'export {}', '不该在这里的文件'],
  ['ticket/secrets.json', '{}', '本机数据'],
  ['.data/database.sqlite', 'SQLite format 3', '不该在这里的文件'],
  ['openapi.jsonl', '{}', '本机数据'],
  ['private.wx0123456789abcdef.key', 'x', '本机数据'],
])('%s with %j: %s', (name, text, what) => {
  expect(whats(name, text)).toContain(`${name}: ${what}`)
})

it('knows the secrets of the terminal, of the data folder and of the upload key', () => {
  const root = folderWith({
    '.data/secrets.json': JSON.stringify({ LINK_KEY: KEY }),
    key: `-----BEGIN RSA PRIVATE KEY-----\n${'M'.repeat(64)}\n-----END RSA PRIVATE KEY-----\n`,
  })
  const env = {
    MINSHENG_SECRET_HMAC: 'h',
    TENCENTCLOUD_SECRETKEY: 'k',
    NPM_TOKEN: 't',
    PATH: '/bin',
    MINIPROGRAM_KEY_FILE: join(root, 'key'),
  }
  expect(secretsAtHand(root, env)).toEqual([
    { name: 'MINSHENG_SECRET_HMAC', value: 'h' },
    { name: 'TENCENTCLOUD_SECRETKEY', value: 'k' },
    { name: 'NPM_TOKEN', value: 't' },
    { name: 'LINK_KEY', value: KEY },
    { name: 'MINIPROGRAM_KEY_FILE', value: 'M'.repeat(64) },
  ])
  expect(secretsAtHand(folderWith({}), {})).toEqual([])
})
