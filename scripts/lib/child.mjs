import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/**
 * Runs a Node program of this repository and keeps what it prints. Only Node programs, by file: no shell, so it is
 * the same on Windows and with spaces in the path.
 *
 * @param {string[]} args the file and its arguments
 * @param {{ env?: Record<string, string>, show?: 'stderr' }} options `show` also passes that stream on as it comes
 * @returns {Promise<{ code: number, output: string, seconds: number }>} `code` is 1 when a signal ended it
 */
export function runNode(args, { env = {}, show } = {}) {
  const started = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        output += text
        // To one stream, so that a log keeps the order and the totals stay the last line.
        if (show === stream) process.stdout.write(text)
      })
    }
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output, seconds: (Date.now() - started) / 1000 }),
    )
  })
}

/** Output without colours and cursor movements. */
// eslint-disable-next-line no-control-regex -- escape sequences are control characters
export const plain = (text) => text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '')
