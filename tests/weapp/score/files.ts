import { folderOf, resolveName } from '../host/runtime/paths'
import { filesOf, pagesOf, type Built, type Check } from './check'

const KIB = 1024
const LARGEST_PICTURE = 200 * KIB
const LARGEST_CODE = 1.5 * KIB * KIB

/** Names that a template, a style sheet or a script names as a file beside it. */
const REFERENCES = [
  /\brequire\(["']([^"']+)["']\)/g,
  /<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g,
  /@import\s+["']([^"']+)["']/g,
]

/** What is loaded, followed from app.json and the pages. */
function reached(built: Built): Set<string> {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name) || !(built.code.has(name) || built.assets.has(name))) return
    found.add(name)
    const text = built.code.get(name)
    if (text === undefined) return
    for (const reference of REFERENCES.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const target = resolveName(folderOf(name), reference[1]!)
      visit(target)
      visit(`${target}.js`)
    }
    if (name.endsWith('.json')) {
      const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> }
      for (const path of Object.values(usingComponents)) component(resolveName(folderOf(name), path))
    }
  }
  const component = (name: string) =>
    ['.js', '.json', '.wxml', '.wxss'].forEach((ending) => visit(name + ending))
  component('app')
  pagesOf(built).forEach(component)
  for (const { iconPath, selectedIconPath } of built.app.tabBar?.list ?? []) {
    for (const icon of [iconPath, selectedIconPath]) if (icon) visit(icon)
  }
  return found
}

/** Pictures that scripts and styles name by their path in the package. */
const namedIn = ({ code }: Built, asset: string) => [...code.values()].some((text) => text.includes(asset))

export const fileChecks: Check[] = [
  {
    name: '没有用不到的文件',
    faults(built) {
      const used = reached(built)
      const all = [
        ...built.code.keys(),
        ...[...built.assets.keys()].filter((asset) => !namedIn(built, asset)),
      ]
      return all.filter((name) => !used.has(name))
    },
  },
  {
    name: '没有到不了的页面',
    faults(built) {
      const scripts = filesOf(built, '.js').map(([, text]) => text)
      const tabs = built.app.tabBar?.list.map(({ pagePath }) => pagePath) ?? []
      const [first] = built.app.pages
      return pagesOf(built).filter(
        (page) =>
          page !== first && !tabs.includes(page) && !scripts.some((text) => text.includes(`/${page}`)),
      )
    },
  },
  {
    name: '每个包不超过 1.5 MiB，包内图片不超过 200 KiB',
    faults({ code, assets }) {
      const bytes = [...code.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
      const large = [...assets].filter(([, size]) => size > LARGEST_PICTURE)
      return [
        ...(bytes > LARGEST_CODE ? [`${bytes} bytes of code`] : []),
        ...large.map(([name, size]) => `${name} has ${size} bytes`),
      ]
    },
  },
  {
    name: '按需加载（lazyCodeLoading）',
    faults: ({ app }) =>
      app.lazyCodeLoading === 'requiredComponents' ? [] : [`app.json says ${app.lazyCodeLoading}`],
  },
]
