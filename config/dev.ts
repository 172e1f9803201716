import type { UserConfigExport } from '@tarojs/cli'

/** `taro build --watch`: the dev server passes calls on to a running `npm start`. */
export default {
  logger: { quiet: false, stats: true },
  mini: {},
  h5: {
    devServer: {
      open: false,
      proxy: [{ context: ['/api', '/files'], target: `http://127.0.0.1:${process.env.PORT ?? 8100}` }],
    },
  },
} satisfies UserConfigExport<'webpack5'>
