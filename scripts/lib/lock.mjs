/** One builder at a time, also between processes (`npm start` while the tests run). */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { at } from './root.mjs'

/** No build takes this long; after a restart of the machine the number may belong to somebody else for ever. */
const TOO_OLD = 15 * 60_000

/** The process that holds the lock; 0 when nobody does. */
function holderOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > TOO_OLD ? 0 : Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Runs `work` while holding the lock `name`, waiting for another process that holds it. A lock whose process is
 * gone is taken over; one that is empty is being written at this moment, or was left by a crash in that moment,
 * and is taken over on the second look. Two that take over in the same millisecond can both pass: so whatever is
 * done under the lock must bear being done twice (a build works in a folder of its own and renames it).
 *
 * @param {() => void} onWait called once when there is somebody to wait for
 */
export async function withLock(name, work, onWait = () => {}) {
  mkdirSync(at('.cache', 'locks'), { recursive: true })
  const file = at('.cache', 'locks', `${name}.lock`)
  let told = false
  let lastHolder = -1
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = holderOf(file)
    // The second look lets another waiter take the dead lock over first, instead of removing its new one.
    if (holder === lastHolder && !(holder && isAlive(holder))) rmSync(file, { force: true })
    else if (holder && isAlive(holder) && !told) {
      told = true
      onWait()
    }
    lastHolder = holder
    await sleep(200 + Math.random() * 100)
  }
  try {
    return await work()
  } finally {
    if (holderOf(file) === process.pid) rmSync(file, { force: true })
  }
}
