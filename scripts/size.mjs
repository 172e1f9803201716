/**
 * `npm run size`: JSON lines with the sizes that decide how fast the product starts.
 * Mini-program: bytes of the files a package uploads (licence notes are not uploaded).
 * H5 first load: gzip of index.html, of every script and style it names, and of the home page's own chunks.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { weappPackages } from './lib/packages.mjs'
import { preflight } from './lib/preflight.mjs'
import { at } from './lib/root.mjs'

preflight()
const { buildOrExit } = await import('./lib/builds.mjs')

const KIB = 1024
/** `goal` is what we want, `limit` what the platform's code scan wants; above a limit the command fails. */
const MAIN = { goal: 700 * KIB, limit: 1536 * KIB }
const SUBPACKAGE = { goal: 400 * KIB }
const FIRST_LOAD = { goal: 250 * 1000 }

let tooLarge = false
function report(name, bytes, { goal, limit } = {}) {
  console.log(JSON.stringify({ name, bytes, ...(goal ? { goal, withinGoal: bytes <= goal } : {}) }))
  if (limit && bytes > limit) tooLarge = true
}

function reportWeapp(dist) {
  const packages = weappPackages(dist)
  for (const { name, bytes } of packages) report(`weapp ${name}`, bytes, name === 'main' ? MAIN : SUBPACKAGE)
  report(
    'weapp total',
    packages.reduce((sum, { bytes }) => sum + bytes, 0),
  )
}

/** The chunks the first page loads: Taro's router names them in app.js as `"path":"…","load":…e(118)…`. */
function homeChunks(dist, scripts) {
  const app = readFileSync(
    path.join(
      dist,
      scripts.find((file) => /(^|\/)app\.\w+\.js$/.test(file)),
    ),
    'utf8',
  )
  const loader = /"path":"([^"]+)","load":(.*?)\.then\(/.exec(app)
  if (!loader) throw new Error('app.js does not name the chunks of the home page')
  const ids = [...loader[2].matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id)
  // What index.html names already has a name instead of an id and finds no file here.
  return ids.flatMap((id) =>
    ['js', 'css'].flatMap((folder) =>
      readdirSync(path.join(dist, folder))
        .filter((file) => file.startsWith(`${id}.`) && file.endsWith(`.${folder}`))
        .map((file) => `${folder}/${file}`),
    ),
  )
}

function reportH5(dist) {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, file]) => file)
  const files = new Set(['index.html', ...named, ...homeChunks(dist, named)])
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length,
    0,
  )
  report('h5 first load gzipped', bytes, FIRST_LOAD)
}

await buildOrExit(['weapp', 'h5'])
reportWeapp(at('dist', 'weapp'))
reportH5(at('dist', 'h5'))
process.exitCode = tooLarge ? 1 : 0
