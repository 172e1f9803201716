import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawn } from 'node:child_process'

const ROOT = path.join(__dirname, '..', '..', '..')

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** A small project of its own in a temporary folder, with this project's tools and rules. */
export interface SampleProject {
  folder: string
  write(files: Record<string, string>): void
  /** Runs a Node program of the sample (or of its node_modules) to its end. */
  node(args: string[], env?: Record<string, string>): Promise<Run>
  remove(): void
}

/**
 * Makes a sample project.
 *
 * @param copied files and folders of this project that it gets as they are
 * @param files its own, by path; missing folders are made
 */
export function sampleProject(copied: string[], files: Record<string, string>): SampleProject {
  const folder = mkdtempSync(path.join(os.tmpdir(), '民声 rules-'))
  // Its tests are its own: those of what it copies speak of this project.
  const filter = (file: string) => !file.endsWith('.test.ts')
  for (const each of copied) {
    cpSync(path.join(ROOT, each), path.join(folder, each), { recursive: true, filter })
  }
  // A junction needs no rights on Windows.
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  const project: SampleProject = {
    folder,
    write(contents) {
      for (const [name, text] of Object.entries(contents)) {
        const file = path.join(folder, name)
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
    },
    node(args, env = {}) {
      return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, {
          cwd: folder,
          env: { ...process.env, NO_COLOR: '1', ...env },
        })
        const run: Run = { code: null, stdout: '', stderr: '' }
        child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text))
        child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text))
        child.once('error', reject)
        child.once('close', (code) => resolve({ ...run, code }))
      })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  project.write(files)
  return project
}
