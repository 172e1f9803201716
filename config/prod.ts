import type { UserConfigExport } from '@tarojs/cli'

/** What is delivered: the base as it is, minified, without source maps. */
export default { mini: {}, h5: {} } satisfies UserConfigExport<'webpack5'>
