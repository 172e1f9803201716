import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, extname, join, relative } from 'node:path'

/** Something that must not be uploaded. */
export interface Leak {
  file: string
  /** In words, without the secret itself. */
  what: string
}

/** A value that must not be found anywhere. */
export interface Secret {
  name: string
  value: string
}

/** What a mini-program and a function consist of; licence notes are left behind by the upload. */
const WANTED = new Set(['.js', '.json', '.wxml', '.wxss', '.wxs', '.png', '.jpg', '.jpeg'])
const isWanted = (file: string) => WANTED.has(extname(file)) || file.endsWith('.LICENSE.txt')

/** Names in `.data`: nothing with such a name comes from a build. */
const DATA = /^(\.|secrets\.json$|sessions\.json$|private\.|.*\.(sqlite|jsonl|key|pem|p12)$)/

const PATTERNS: readonly [string, RegExp][] = [
  ['私钥', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['腾讯云密钥编号', /\bAKID[A-Za-z0-9]{13,}/],
  ['访问令牌', /\b(gh[pousr]_[A-Za-z0-9]{36}|npm_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16})\b/],
  ['登录令牌', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ['32 字节的密钥', /(["'`])[A-Za-z0-9+/]{43}=\1/],
  ['源码映射', /[#@]\s*sourceMappingURL=/],
  [
    '本机路径',
    /(^|["'`\s(:=])(\/(home|Users|root|tmp|private|workspace)\/[\w.-]+\/[\w.-]|[A-Za-z]:\\{1,2}(Users|Documents)\b)/m,
  ],
]

/**
 * Looks through everything in a built folder for what must stay here: the values of `secrets`, anything that looks
 * like a key, a token, a source map or a path of this machine, and files no build makes.
 *
 * @param places folders whose own path must not be found, e.g. the project's
 */
export function findLeaks(
  folder: string,
  { secrets, places }: { secrets: readonly Secret[]; places: readonly string[] },
): Leak[] {
  return filesUnder(folder).flatMap((file) => {
    const whats: string[] = []
    if (!isWanted(file)) whats.push('不该在这里的文件')
    if (DATA.test(basename(file))) whats.push('本机数据')
    // Pictures too: a value hidden in one is a leak all the same.
    const text = readFileSync(join(folder, file), 'latin1')
    whats.push(...secrets.filter(({ value }) => contains(text, value)).map(({ name }) => name))
    whats.push(...places.filter((place) => contains(text, place)).map(() => '本机路径'))
    if (extname(file) !== '.png')
      whats.push(...PATTERNS.filter(([, p]) => p.test(text)).map(([what]) => what))
    return [...new Set(whats)].map((what) => ({ file, what }))
  })
}

/** As it is, and as a JavaScript string has it (a Windows path has doubled backslashes there). */
function contains(text: string, value: string): boolean {
  const written = Buffer.from(value, 'utf8').toString('latin1')
  return value.length >= 6 && (text.includes(written) || text.includes(JSON.stringify(written).slice(1, -1)))
}

/** Paths from the folder, with slashes. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/**
 * The secrets this machine knows: those of the terminal, those of the local data folder, and the upload key.
 */
export function secretsAtHand(root: string, env: Readonly<Record<string, string | undefined>>): Secret[] {
  const ofTerminal = Object.entries(env).filter(
    ([name, value]) =>
      value && /^MINSHENG_SECRET_|^TENCENTCLOUD_(SECRET|SESSION)|_(TOKEN|PASSWORD)$/.test(name),
  ) as [string, string][]
  const kept = join(env.MINSHENG_DATA || join(root, '.data'), 'secrets.json')
  const ofData = existsSync(kept)
    ? Object.entries(JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>)
    : []
  const secrets = [...ofTerminal, ...ofData].map(([name, value]) => ({ name, value }))
  const keyFile = env.MINIPROGRAM_KEY_FILE
  if (!keyFile || !existsSync(keyFile)) return secrets
  const lines = readFileSync(keyFile, 'utf8').split(/\s+/)
  return [
    ...secrets,
    { name: 'MINIPROGRAM_KEY_FILE', value: lines.find((line) => /^[A-Za-z0-9+/=]{40,}$/.test(line)) ?? '' },
  ]
}

/** Places whose path would tell about this machine. */
export const placesOf = (root: string): string[] => [root, homedir()]
