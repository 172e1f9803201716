import * as glassEasel from 'glass-easel'
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace } from 'glass-easel-miniprogram-adapter'
import { BUILT_IN_TAGS } from './components/tags'
import type { Context } from './context'
import { deliverPlainEvents } from './events'
import { folderOf, resolveName } from './paths'
import type { Scripts } from './scripts'
import { Styles } from './styles'
import type { FileConfig } from './types'

type Templates = Record<string, glassEasel.template.ComponentTemplate['content']>

/** The instance behind a page: its own methods, and what WeChat gives every page. */
export interface PageInstance {
  route: string
  __route__: string
  options: Record<string, string>
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, callback?: () => void): void
  [name: string]: unknown
}

/** A page that has been rendered, or is about to be. */
export interface MountedPage {
  instance: PageInstance
  root: glassEasel.GeneralComponent
  element: HTMLElement
  /** Puts the page into the document; `onLoad` comes before. */
  attach(): void
  remove(): void
}

/** Renders pages with WeChat's own engine into the window's document. */
export class View {
  readonly space: glassEasel.ComponentSpace
  readonly styles: Styles
  private readonly code: CodeSpace
  private readonly backend: AssociatedBackend
  private readonly templates: Templates
  private readonly defined = new Set<string>()

  constructor(private readonly ctx: Context) {
    const environment = new MiniProgramEnv()
    this.code = environment.createCodeSpace('', true)
    writeIdsAsTheyAre(this.code)
    this.space = this.code.getComponentSpace()
    this.styles = new Styles(ctx)
    this.backend = environment.associateBackend(this.makeBackend())
    this.templates = this.makeTemplates()
    deliverPlainEvents(ctx)
    glassEasel.addGlobalErrorListener((error, method) => {
      ctx.report(method ?? 'page', error)
      return false
    })
    glassEasel.addGlobalWarningListener((message) => {
      // A list that is not there yet is no list; phones render nothing and say nothing.
      if (!/got type "(undefined|null)"/.test(message)) ctx.journal.fail(`WXML: ${message}`)
      return false
    })
  }

  /** Registers a page or component and everything it uses, by running their scripts. */
  define(name: string, scripts: Scripts): void {
    if (this.defined.has(name)) return
    this.defined.add(name)
    const { app, configs } = this.ctx.program
    const config: FileConfig = {
      ...configs[name],
      usingComponents: { ...app.usingComponents, ...configs[name].usingComponents },
    }
    for (const reference of Object.values(config.usingComponents ?? {})) {
      this.define(resolveName(folderOf(name), reference), scripts)
    }
    this.code.addComponentStaticConfig(name, config as Parameters<CodeSpace['addComponentStaticConfig']>[1])
    this.code.addCompiledTemplate(name, { groupList: this.templates, content: this.templates[name] })
    // A script that fails after it called Page() still leaves a page, as on a phone.
    this.ctx.guard(`${name}.js`, () =>
      this.code.componentEnv(name, (environment) => {
        scripts.define(name, environment as unknown as Parameters<Scripts['define']>[1])
      }),
    )
    if (!this.space.getComponentByUrlWithoutDefault(name, '')) {
      throw new Error(`${name}.js did not register a page or component`)
    }
  }

  create(name: string): MountedPage {
    const { document } = this.ctx
    const root = this.backend.createRoot('wx-page-root', this.code, name)
    const element = document.createElement('div')
    element.className = 'wx-page'
    element.setAttribute('data-route', name)
    const placeholder = document.createElement('span')
    element.appendChild(placeholder)
    return {
      instance: root.get() as unknown as PageInstance,
      root: root.getComponent(),
      element,
      attach: () => {
        document.body.appendChild(element)
        root.attach(
          element as unknown as glassEasel.GeneralBackendElement,
          placeholder as unknown as glassEasel.GeneralBackendElement,
        )
      },
      remove: () => {
        root.release()
        element.remove()
      },
    }
  }

  private makeBackend(): glassEasel.CurrentWindowBackendContext {
    const backend = new glassEasel.CurrentWindowBackendContext()
    const { document } = this.ctx
    const createElement = (tag: string) => {
      const element = document.createElement(BUILT_IN_TAGS.has(tag) ? `wx-${tag}` : tag)
      if (this.ctx.painted) this.styles.convertRpx(element)
      return element
    }
    backend.document = {
      createElement,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof backend.document
    return backend
  }

  private makeTemplates(): Templates {
    const make = new this.ctx.window.Function(`return ${this.ctx.program.templates}`)() as (
      missing: (name: string) => void,
    ) => Templates
    return make((name) => this.ctx.journal.fail(`WXML: there is no template "${name}"`))
  }
}

/** A method of CodeSpace that its types keep to itself. */
interface PreparesOptions {
  prepareComponentOptions(name: string, options?: object): [glassEasel.ComponentOptions, unknown]
}

/** Without this, glass-easel puts a prefix before each id, and a test could not find `#submit`. */
function writeIdsAsTheyAre(code: CodeSpace): void {
  const space = code as unknown as PreparesOptions
  const prepare = space.prepareComponentOptions.bind(space)
  space.prepareComponentOptions = (name, options) => {
    const [prepared, isolation] = prepare(name, options)
    return [{ ...prepared, idPrefixGenerator: null, writeIdToDOM: true }, isolation]
  }
}
