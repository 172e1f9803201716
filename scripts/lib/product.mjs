import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { at } from './root.mjs'

/**
 * Starts the product as a newcomer would, on a free port with a data folder of its own, and waits until it is ready.
 *
 * @param {{ empty?: boolean, env?: Record<string, string> }} [options] `empty`: without demo matters
 * @returns {Promise<{ url: string, dataDir: string, call: Function, stop: () => Promise<void> }>}
 */
export async function startProduct({ empty = false, env = {} } = {}) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'minsheng-'))
  const child = spawn(process.execPath, [at('scripts', 'start.mjs'), ...(empty ? ['--empty'] : [])], {
    cwd: at(),
    env: { ...process.env, PORT: '0', MINSHENG_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const url = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      printed += chunk
      const ready = /ready (http:\/\/\S+)/.exec(printed)
      if (ready) resolve(ready[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) =>
      reject(new Error(`the product ended with ${code} before it was ready:\n${printed}`)),
    )
  })
  const tokens = new Map()
  return {
    url,
    dataDir,
    token: (person) => session(url, tokens, person),
    /** Calls an action as a demo person (none for `open.*`); the envelope comes back. */
    async call(person, action, input) {
      const headers = { 'content-type': 'application/json' }
      if (person) headers.authorization = `Bearer ${await session(url, tokens, person)}`
      const body = JSON.stringify({ action, input, requestId: crypto.randomUUID() })
      const response = await fetch(`${url}/api/call/${action.split('.')[0]}`, {
        method: 'POST',
        headers,
        body,
      })
      return response.json()
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function session(url, tokens, person) {
  if (!tokens.has(person)) {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    })
    if (!response.ok) throw new Error(`nobody called ${person} can sign in: ${response.status}`)
    tokens.set(person, (await response.json()).token)
  }
  return tokens.get(person)
}
