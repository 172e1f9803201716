import { BUILT_IN_TAGS, TEMPLATE_WORDS } from '../runtime/components/tags'
import { folderOf, resolveName } from '../runtime/paths'
import type { AppConfig, FileConfig } from '../runtime/types'
import type { PackageFiles } from './package-files'
import { tagsAndAttributes, type CompiledTemplates } from './templates'

/** WeChat's limit for a tab icon. */
const TAB_ICON_BYTES = 40 * 1024

export interface Declared {
  app: AppConfig
  pages: string[]
  configs: Record<string, FileConfig>
  problems: string[]
}

/** Follows everything the package declares, from app.json down, and reports what is not there. */
export function checkDeclared(files: PackageFiles, templates: CompiledTemplates): Declared {
  const problems: string[] = []
  const configs = readConfigs()
  const app = (configs.app ?? { pages: [] }) as AppConfig
  const subpackages = app.subPackages ?? app.subpackages ?? []
  const mainPages = app.pages ?? []
  const pages = [
    ...mainPages,
    ...subpackages.flatMap(({ root, pages: names }) => names.map((page) => resolveName(root, page))),
  ]
  need('app.js', 'the mini-program')
  if (pages.length === 0) problems.push('app.json: no page is listed')
  for (const page of pages) checkComponent(page, `app.json lists the page ${page}`, new Set())
  checkReferences()
  checkTabBar()
  checkPreload()
  return { app, pages, configs, problems }

  function need(file: string, because: string): boolean {
    if (files.code.has(file)) return true
    problems.push(`${file} is missing (${because})`)
    return false
  }

  function readConfigs(): Record<string, FileConfig> {
    const found: Record<string, FileConfig> = {}
    for (const [file, text] of files.code) {
      if (!file.endsWith('.json')) continue
      try {
        found[file.slice(0, -5)] = JSON.parse(text) as FileConfig
      } catch (error) {
        problems.push(`${file}: ${(error as Error).message}`)
      }
    }
    return found
  }

  /** A page or a component: its three files, the components it names, the tags its WXML uses. */
  function checkComponent(name: string, because: string, above: Set<string>): void {
    if (above.has(name)) return
    const seen = new Set(above).add(name)
    const complete = ['.js', '.json', '.wxml'].map((ending) => need(name + ending, because))
    if (complete.includes(false)) return
    const using = { ...app.usingComponents, ...configs[name]?.usingComponents }
    for (const tag of undeclaredTags(name, using)) {
      problems.push(`${name}.wxml uses <${tag}>, which ${name}.json does not declare in usingComponents`)
    }
    for (const [tag, reference] of Object.entries(using)) {
      if (/^(plugin|ext):/.test(reference))
        problems.push(`${name}.json: <${tag}> comes from a plugin, which the host lacks`)
      else checkComponent(resolveName(folderOf(name), reference), `${name}.json uses it as <${tag}>`, seen)
    }
  }

  function undeclaredTags(name: string, using: Record<string, string>): string[] {
    const closure = new Set<string>()
    const visit = (file: string) => {
      if (closure.has(file)) return
      closure.add(file)
      templates.imports.get(file)?.forEach(visit)
    }
    visit(name)
    const texts = [...closure].map((file) => files.code.get(`${file}.wxml`) ?? '')
    return [...tagsAndAttributes(texts).keys()].filter(
      (tag) => !BUILT_IN_TAGS.has(tag) && !TEMPLATE_WORDS.has(tag) && !(tag in using),
    )
  }

  function checkReferences(): void {
    for (const [file, imports] of templates.imports) {
      for (const name of imports) need(`${name}.wxml`, `${file}.wxml imports it`)
      for (const name of templates.wxs.get(file) ?? []) need(`${name}.wxs`, `${file}.wxml uses it`)
    }
    for (const [file, text] of files.code) {
      if (!/\.(js|wxs)$/.test(file)) continue
      for (const [, reference] of text.matchAll(/\brequire\(['"](\.{1,2}\/[^'"]+|\/[^'"]+)['"]\)/g)) {
        const ending = file.endsWith('.wxs') ? '.wxs' : '.js'
        const name = resolveName(folderOf(file), reference)
        need(name.endsWith(ending) ? name : name + ending, `${file} requires it`)
      }
    }
  }

  function checkTabBar(): void {
    const list = app.tabBar?.list
    if (!list) return
    if (list.length < 2 || list.length > 5)
      problems.push(`app.json: the tab bar has ${list.length} items, not 2 to 5`)
    for (const item of list) {
      if (!mainPages.includes(item.pagePath)) {
        problems.push(
          `app.json: the tab ${item.text} opens ${item.pagePath}, which is no page of the main package`,
        )
      }
      for (const icon of [item.iconPath, item.selectedIconPath]) {
        if (!icon) continue
        const size = files.assets.get(resolveName('', icon))
        if (size === undefined) problems.push(`${icon} is missing (icon of the tab ${item.text})`)
        else if (size > TAB_ICON_BYTES)
          problems.push(`${icon} has ${size} bytes; a tab icon may have ${TAB_ICON_BYTES}`)
      }
    }
  }

  function checkPreload(): void {
    const roots = new Set(subpackages.map(({ root }) => root.replace(/\/$/, '')))
    for (const [page, { packages }] of Object.entries(app.preloadRule ?? {})) {
      if (!pages.includes(page)) problems.push(`app.json: preloadRule names ${page}, which is no page`)
      for (const root of packages) {
        if (!roots.has(root.replace(/\/$/, '')))
          problems.push(`app.json: preloadRule names ${root}, which is no subpackage`)
      }
    }
  }
}
