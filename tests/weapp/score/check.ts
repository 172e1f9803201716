import { readPackage } from '../host/compile/package-files'
import type { AppConfig } from '../host'

/** The built mini-program as it is uploaded. */
export interface Built {
  /** Scripts, templates, styles and settings as text, by their path inside the package. */
  code: Map<string, string>
  /** Everything else, with its size in bytes. */
  assets: Map<string, number>
  app: AppConfig
}

/** One rule of WeChat's experience score or of its code scan that the package alone decides (platform.md). */
export interface Check {
  /** As the README lists it. */
  name: string
  /** One line a fault; none is good. */
  faults(built: Built): string[]
}

export function readBuilt(dist: string): Built {
  const { code, assets } = readPackage(dist)
  // webpack leaves its licence notes beside the scripts; WeChat's tools do not upload them.
  for (const name of assets.keys()) if (name.endsWith('.LICENSE.txt')) assets.delete(name)
  return { code, assets, app: JSON.parse(code.get('app.json')!) as AppConfig }
}

/** The code files of one kind, by name. */
export function filesOf(
  { code }: Built,
  ending: '.js' | '.wxss' | '.wxml' | '.json',
): [name: string, text: string][] {
  return [...code].filter(([name]) => name.endsWith(ending))
}

/** Every page, main package first. */
export function pagesOf({ app }: Built): string[] {
  const below = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  return [...app.pages, ...below]
}
