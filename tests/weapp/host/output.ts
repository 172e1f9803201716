import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AppConfig, FileConfig } from './runtime/types'

/** A copy of a built mini-program that may be changed at will. */
export class OutputCopy {
  readonly dist: string

  constructor(source: string) {
    if (!existsSync(path.join(source, 'app.json')))
      throw new Error(`no built mini-program in ${source}: build it first`)
    this.dist = mkdtempSync(path.join(tmpdir(), 'weapp-broken-'))
    cpSync(source, this.dist, { recursive: true })
  }

  /** @throws when the edit changes nothing: a breakage that breaks nothing proves nothing */
  edit(file: string, change: (text: string) => string): void {
    const before = readFileSync(this.path(file), 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`the edit of ${file} changed nothing`)
    writeFileSync(this.path(file), after)
  }

  editJson<T extends AppConfig | FileConfig>(file: string, change: (config: T) => void): void {
    this.edit(file, (text) => {
      const config = JSON.parse(text) as T
      change(config)
      return JSON.stringify(config)
    })
  }

  remove(file: string): void {
    rmSync(this.path(file))
  }

  app(): AppConfig {
    return JSON.parse(readFileSync(this.path('app.json'), 'utf8')) as AppConfig
  }

  firstPage(): string {
    return this.app().pages[0]
  }

  /** The first page of the first subpackage. */
  subpackagePage(): string {
    const { subPackages, subpackages } = this.app()
    const [first] = subPackages ?? subpackages ?? []
    if (!first) throw new Error('the mini-program has no subpackage')
    return path.posix.join(first.root, first.pages[0])
  }

  discard(): void {
    rmSync(this.dist, { recursive: true, force: true })
  }

  private path(file: string): string {
    return path.join(this.dist, file)
  }
}
