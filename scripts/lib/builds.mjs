/** The builds: what each is made from, and making it only when that has changed. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from './lock.mjs'
import { makeFunctions, makeLocalCloud, makePages } from './make.mjs'
import { at } from './root.mjs'
import { dropStamp, hashOf, lastHash, writeStamp } from './stamp.mjs'

const PAGES = ['src', 'core', 'config', 'types', 'babel.config.js', '.env.production']

/** `out` from the root; `inputs` decide whether it must be made again (stamp.mjs). */
export const builds = {
  functions: { out: 'dist/cloudfunctions', inputs: ['cloudfunctions', 'core'], make: makeFunctions },
  h5: { out: 'dist/h5', inputs: PAGES, make: (out) => makePages('h5', 'index.html', out) },
  weapp: { out: 'dist/weapp', inputs: PAGES, make: (out) => makePages('weapp', 'app.json', out) },
  localcloud: {
    out: '.cache/localcloud',
    inputs: ['localcloud', 'demo', 'cloudfunctions', 'core'],
    make: makeLocalCloud,
  },
}

/** Windows refuses to rename what a virus scanner or a server has open at this moment. */
async function rename(from, to) {
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(from, to)
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(error.code) || attempt === 20) throw error
      await sleep(100)
    }
  }
}

/** Puts the finished folder in the place of the old one; on failure the old one stays. */
async function replace(fresh, out) {
  const old = `${fresh}.old`
  mkdirSync(path.dirname(out), { recursive: true })
  if (existsSync(out)) await rename(out, old)
  try {
    await rename(fresh, out)
  } catch (error) {
    if (existsSync(old)) renameSync(old, out)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

/** Says `name … 10 s` (on stderr: `npm run size` prints JSON on stdout) every five seconds until the function it returns is called. */
function heartbeat(name, started) {
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const timer = setInterval(() => console.error(`  ${name} 构建中 … ${seconds()} s`), 5000)
  return () => clearInterval(timer)
}

/**
 * Makes the build `name` if its inputs have changed or its output is gone, telling about it on the console.
 * A build that fails leaves the last good output and no stamp of success.
 *
 * @param {keyof typeof builds} name
 * @returns {Promise<boolean>} whether it was made now
 * @throws Error whose message is the compiler's own words
 */
export async function ensureBuilt(name) {
  const { out, inputs, make } = builds[name]
  const isFresh = () => existsSync(at(out)) && lastHash(name) === hashOf(inputs)
  if (isFresh()) return false

  return withLock(
    `build-${name}`,
    async () => {
      if (isFresh()) return false // made by the process we waited for
      const started = Date.now()
      console.error(`  ${name} 构建中 …`)
      const stop = heartbeat(name, started)
      const fresh = at('.cache', 'build', `${name}-${process.pid}`)
      try {
        rmSync(fresh, { recursive: true, force: true })
        mkdirSync(fresh, { recursive: true })
        // Before making: a file saved meanwhile makes the stamp old, so that the next run builds again.
        const hash = hashOf(inputs)
        await make(fresh)
        dropStamp(name)
        await replace(fresh, at(out))
        writeStamp(name, hash)
      } finally {
        stop()
        rmSync(fresh, { recursive: true, force: true })
      }
      console.error(`  ${name} 完成，用时 ${((Date.now() - started) / 1000).toFixed(1)} s → ${out}`)
      return true
    },
    () => console.error(`  ${name}：另一个进程正在构建，等它完成 …`),
  )
}

/**
 * For scripts that need builds: makes those that have changed, or ends the process with the compiler's words.
 *
 * @param {(keyof typeof builds)[]} names
 * @returns {Promise<string[]>} those that were made now
 */
export async function buildOrExit(names) {
  const made = []
  for (const name of names) {
    try {
      if (await ensureBuilt(name)) made.push(name)
    } catch (error) {
      console.error(`✖ ${name} 构建失败\n${error.message}`)
      process.exit(1)
    }
  }
  return made
}
