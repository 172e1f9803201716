import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const FINDER = path.join(__dirname, '..', '..', '..', 'scripts', 'lib', 'chromium.mjs')

/**
 * Starts the machine's browser (CHROME_PATH, an installed one, or on Linux the one from npm), headless. One for a
 * test file, with a context per test; the caller closes it.
 *
 * @throws Error with the line that says how to get a browser
 */
export async function launchBrowser(): Promise<Browser> {
  // A process of its own: the finder is an ES module, which jest cannot load.
  const found = JSON.parse(execFileSync(process.execPath, [FINDER], { encoding: 'utf8' })) as {
    executablePath: string
    args: string[]
    env: Record<string, string>
  }
  return chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    headless: true,
    env: { ...process.env, ...found.env } as Record<string, string>,
  })
}
