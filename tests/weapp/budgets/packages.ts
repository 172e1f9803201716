import { readPackage } from '../host/compile/package-files'
import type { AppConfig } from '../host'

export interface PackageSizes {
  main: number
  /** Root → bytes. */
  subpackages: Record<string, number>
  total: number
}

/** Bytes of the files that are uploaded, by package; the licence notes that webpack leaves are not. */
export function packageSizes(dist: string): PackageSizes {
  const { code, assets } = readPackage(dist)
  const files = [...[...code].map(([name, text]) => [name, Buffer.byteLength(text)] as const), ...assets]
  const app = JSON.parse(code.get('app.json')!) as AppConfig
  const roots = (app.subPackages ?? []).map(({ root }) => root)
  const sizes: PackageSizes = {
    main: 0,
    subpackages: Object.fromEntries(roots.map((root) => [root, 0])),
    total: 0,
  }
  for (const [name, bytes] of files.filter(([each]) => !each.endsWith('.LICENSE.txt'))) {
    const root = roots.find((each) => name.startsWith(`${each}/`))
    sizes.total += bytes
    if (root === undefined) sizes.main += bytes
    else sizes.subpackages[root] += bytes
  }
  return sizes
}
