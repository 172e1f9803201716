import type { Context } from './context'
import { logicGlobals } from './globals'
import { readable } from './journal'
import { folderOf, resolveName } from './paths'

interface Module {
  exports: unknown
}

/** What a page's or component's script may call while it is being defined. */
export type Registrar = Record<'Page' | 'Component' | 'Behavior', (definition: unknown) => unknown>

type ScriptFunction = (require: unknown, module: Module, exports: unknown) => void

/** Loads the scripts of the package, each once, each with exactly the names that a phone gives it. */
export class Scripts {
  private readonly modules = new Map<string, Module>()
  private readonly shared: Record<string, unknown>
  private readonly hidden: string[]
  /** Who `Page()` and `Component()` register with: the file being *defined*, whichever file calls them. */
  private registrar: Registrar | undefined

  constructor(
    private readonly ctx: Context,
    wx: unknown,
    app: { register(options: object): void; instance(): unknown; pages(): unknown[] },
  ) {
    const { global, hidden } = logicGlobals(ctx.window, ctx.turns)
    const register = (kind: keyof Registrar) => (definition: unknown) => {
      if (!this.registrar) throw new Error(`${kind}() is called outside the file of a page or component`)
      return this.registrar[kind](definition)
    }
    this.hidden = hidden
    this.shared = {
      ...global,
      wx,
      console: this.makeConsole(),
      App: (options: object) => app.register(options),
      getApp: () => app.instance(),
      getCurrentPages: () => app.pages(),
      Page: register('Page'),
      Component: register('Component'),
      Behavior: register('Behavior'),
      requirePlugin: () => {
        throw new Error('plugins are absent from the test host')
      },
    }
    // What a library hangs on `globalThis` is seen by the next one, as on a phone.
    Object.assign(global, { console: this.shared.console, wx })
  }

  /** Runs `name` (no ending) if it has not run yet and gives its exports. */
  load(name: string): unknown {
    const known = this.modules.get(name)
    if (known) return known.exports
    const source = this.ctx.program.scripts[name]
    if (source === undefined) throw new Error(`module '${name}.js' is not defined`)
    const module: Module = { exports: {} }
    this.modules.set(name, module)
    this.compileScript(name, source).call(
      this.shared.globalThis,
      this.requireFrom(name),
      module,
      module.exports,
    )
    return module.exports
  }

  /** Runs a page's or component's file so that what it registers goes to `registrar`. */
  define(name: string, registrar: Registrar): void {
    const before = this.registrar
    this.registrar = registrar
    try {
      this.load(name)
    } finally {
      this.registrar = before
    }
  }

  /**
   * Two functions, one in the other: the outer hides names as its parameters, which strict mode would forbid for
   * `eval`; the inner holds the script, whose own "use strict" stays at its head.
   */
  private compileScript(name: string, source: string): ScriptFunction {
    const names = Object.keys(this.shared).filter((key) => /^[A-Za-z_$]/.test(key) && key !== 'undefined')
    const hidden = this.hidden.filter((key) => !names.includes(key))
    const parameters = [...names, ...hidden].join()
    const outer = this.ctx.run(
      `(function (${parameters}) { return function (require, module, exports) {${source}\n} })`,
      `weapp:///${name}.js`,
    ) as (...given: unknown[]) => ScriptFunction
    return outer(...names.map((key) => this.shared[key]))
  }

  private requireFrom(from: string): unknown {
    const load = (reference: string) => {
      const name = scriptName(from, reference)
      const package_ = this.packageOf(name)
      if (package_ !== '' && package_ !== this.packageOf(from)) {
        throw new Error(`${from}.js may not require ${name}.js: it is in the subpackage ${package_}`)
      }
      return this.load(name)
    }
    const async = (reference: string) =>
      new Promise((resolve, reject) => {
        this.ctx.later(() => {
          try {
            resolve(this.load(scriptName(from, reference)))
          } catch (error) {
            reject(error)
          }
        })
      })
    return Object.assign(load, { async })
  }

  /** The root of the subpackage a file is in, '' for the main package. */
  private packageOf(name: string): string {
    const { app } = this.ctx.program
    const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
    return roots.find((root) => name.startsWith(`${root}/`)) ?? ''
  }

  private makeConsole(): Record<string, unknown> {
    const { journal } = this.ctx
    const write =
      (level: string) =>
      (...values: unknown[]) => {
        const text = values.map(readable).join(' ')
        journal.console.push({ level, text })
        if (level === 'error') journal.fail(`console.error: ${text}`)
      }
    const levels = 'log info warn error debug group groupEnd groupCollapsed time timeEnd table trace'.split(
      ' ',
    )
    return Object.fromEntries(levels.map((level) => [level, write(level)]))
  }
}

function scriptName(from: string, reference: string): string {
  return resolveName(folderOf(from), reference.replace(/\.js$/, ''))
}
