/**
 * A Chromium-family browser for tests and pictures, from whatever the machine has: CHROME_PATH, an installed
 * Chrome, Edge or Chromium, or (Linux x64) the one that comes inside an npm package. Nothing is ever downloaded.
 *
 * Run as a program it prints what it found as JSON, for jest, which cannot load ES modules.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { at } from './root.mjs'

/** No updates, no reports home, no GPU: the same picture on every machine. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

const HOW_TO_GET_ONE =
  '没有找到浏览器：请安装 Chrome、Edge 或 Chromium，或用环境变量 CHROME_PATH 指出它的位置（no browser: install Chrome or set CHROME_PATH）'

/** Where installers put browsers, by system, and the names they have on PATH. */
function installedCandidates() {
  if (process.platform === 'win32') {
    const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ]
    return programs.flatMap((program) => bases.filter(Boolean).map((base) => path.join(base, program)))
  }
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium']
    const bases = ['/Applications', path.join(os.homedir(), 'Applications')]
    return apps.flatMap((app) => bases.map((base) => path.join(base, `${app}.app`, 'Contents', 'MacOS', app)))
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/opt/google/chrome',
    '/snap/bin',
  ].filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

/** Ubuntu has a `chromium-browser` that only says how to install a snap, so on Linux the file is asked. */
function runs(file) {
  if (!existsSync(file)) return false
  if (process.platform !== 'linux') return true
  try {
    return /\d+\.\d+/.test(
      execFileSync(file, ['--version'], { timeout: 15_000, stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    )
  } catch {
    return false
  }
}

/** Chinese letters for a machine without fonts. */
function fontConfig(folder) {
  const fonts = at('node_modules', '@expo-google-fonts', 'noto-sans-sc')
  const dirs = ['400Regular', '500Medium', '700Bold'].map(
    (weight) => `<dir>${path.join(fonts, weight)}</dir>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${dirs.join('')}<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`
}

/**
 * Unpacks the npm package's Chromium with its own system libraries. It goes into a private folder that is renamed
 * when complete: the package itself takes a half-written file of a killed or a neighbouring process for finished.
 */
function unpackFromNpm() {
  const { version } = JSON.parse(
    readFileSync(at('node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  )
  const folder = at('.cache', 'chromium', version)
  if (!existsSync(folder)) {
    const unpacking = `${folder}.${process.pid}`
    mkdirSync(unpacking, { recursive: true })
    try {
      // A process of its own, because the package reads TMPDIR and writes LD_LIBRARY_PATH when it is loaded. The
      // other variable makes it unpack the libraries (libnss3 …) that a small machine lacks.
      const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
      execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
        cwd: at(),
        env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      renameSync(unpacking, folder)
    } catch (error) {
      rmSync(unpacking, { recursive: true, force: true })
      // Another process finished first: its folder is as good as ours.
      if (!existsSync(folder)) throw error
    }
  }
  const fontFolder = path.join(folder, 'fontconfig')
  mkdirSync(fontFolder, { recursive: true })
  writeFileSync(path.join(fontFolder, 'fonts.conf'), fontConfig(fontFolder))
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(':')
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fontFolder },
  }
}

/**
 * Finds a browser.
 *
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }} for playwright's `launch`;
 *   `env` holds only what must be added to the environment
 * @throws Error with one line for people that says how to get a browser
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH 指向的文件不存在：${named}`)
  const installed = named || installedCandidates().find(runs)
  if (installed) return { executablePath: installed, args: ARGS, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return { ...unpackFromNpm(), args: ARGS }
  throw new Error(HOW_TO_GET_ONE)
}

/** Starts the browser found, headless. The caller closes it. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core')
  const { executablePath, args, env } = findBrowser()
  return chromium.launch({ executablePath, args, headless: true, env: { ...process.env, ...env } })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(JSON.stringify(findBrowser()))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
