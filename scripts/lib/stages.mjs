/** Running named stages and saying how each went, as it ends. */
import { runNode } from './child.mjs'

const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`

/**
 * Runs one stage and prints its time.
 *
 * @param {string} name as people see it
 * @param {() => Promise<void>} work throws to fail; the message is printed
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function stage(name, work) {
  const started = Date.now()
  try {
    await work()
    console.log(`✓ ${name} ${seconds(started)}`)
    return true
  } catch (error) {
    console.log(`✖ ${name} ${seconds(started)}\n${error.message}`)
    return false
  }
}

/** A stage that is one Node program: its output is shown only when it fails. */
export function tool(name, args) {
  return () =>
    stage(name, async () => {
      const { code, output } = await runNode(args, { env: { NO_COLOR: '1' } })
      if (code !== 0) throw new Error(output.trim() || `退出码 ${code}`)
    })
}

/**
 * Runs all stages, `width` at a time, to the end even when one fails.
 *
 * @param {(() => Promise<boolean>)[]} stages
 * @returns {Promise<boolean>} whether all succeeded
 */
export async function runAll(stages, width) {
  const queue = [...stages]
  let ok = true
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) ok = (await next()) && ok
  }
  await Promise.all(Array.from({ length: width }, worker))
  return ok
}
