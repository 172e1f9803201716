import path from 'node:path'
import tsconfig from '../tsconfig.json'

const root = path.resolve(__dirname, '..')

/**
 * The aliases of tsconfig.json (their one source) as absolute folders for webpack, and with them the choice of
 * the way to the cloud: `@transport` is `src/cloud/weapp` in the mini-program and `src/cloud/h5` in the browser,
 * so neither build contains the other's code.
 *
 * @param platform `weapp` or `h5`, as Taro names it
 */
export function aliases(platform: string): Record<string, string> {
  const { '@transport': _types, ...paths } = tsconfig.compilerOptions.paths
  const folders = Object.entries(paths).map(([alias, [target]]) => [
    alias.replace(/\/\*$/, ''),
    path.join(root, target.replace(/\/\*$/, '')),
  ])
  return {
    ...Object.fromEntries(folders),
    '@transport': path.join(root, 'src', 'cloud', platform === 'weapp' ? 'weapp' : 'h5'),
  }
}
