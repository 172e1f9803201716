import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { aliases } from './aliases'
import dev from './dev'
import prod from './prod'
import { splitChunks } from './split-chunks'
import { components } from './weapp-a11y/attributes'

const root = path.resolve(__dirname, '..')
const platform = process.env.TARO_ENV ?? 'h5'

/**
 * Code outside `src` that must be compiled for old phones too: our own rules, and libraries published in a newer
 * JavaScript than iOS 12 and Chrome 67 read. Without `core` weapp stops with "TS not transpiled" and H5 writes nothing.
 */
const alsoCompiled = [
  path.join(root, 'core'),
  path.join(root, 'config', 'weapp-a11y'),
  path.join(root, 'config', 'weapp-view'),
  /[\\/]node_modules[\\/](valibot|uqr|query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/,
]

/** Its `module` file calls itself CommonJS and webpack refuses it; `main` is plain ES2015 that phones read as it is. */
const chineseDays = { 'chinese-days$': require.resolve('chinese-days') }

/**
 * Our modules do nothing when loaded (a lint rule sees to it), so what a page does not use of a feature's index.ts is
 * left out; without saying so, the first page would carry every other page's parts.
 */
const ourModules = {
  module: {
    rule: {
      ours: {
        include: [path.join(root, 'src'), path.join(root, 'core')],
        test: /\.tsx?$/,
        sideEffects: false,
      },
    },
  },
}

/** A variable of its own, because Taro's type forgets what it hands on to webpack. */
const cache = {
  enable: true,
  cacheDirectory: path.join(root, '.cache', 'webpack'),
  // Whatever else decides the output; without these a changed preset or library would be served from the cache.
  buildDependencies: {
    tooling: ['babel.config.js', 'package-lock.json', 'tsconfig.json'].map((file) => path.join(root, file)),
  },
}

/** Every node that crosses to the view carries its class names: delivered they are five letters, not a path. */
const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module',
    generateScopedName:
      process.env.NODE_ENV === 'development' ? '[name]__[local]___[hash:base64:5]' : '[hash:base64:5]',
  },
} as const

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'minsheng',
    date: '2026-1-1',
    // Sizes are written in px of a 375 px wide phone and stay px in both builds; see below.
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    // scripts/build.mjs builds into a temporary folder, so that a failed build leaves the last good one.
    outputRoot: process.env.MINSHENG_BUILD_OUT ?? `dist/${platform}`,
    plugins: [
      [path.join(__dirname, 'weapp-a11y', 'plugin.ts'), { components }],
      ...(platform === 'weapp' ? [path.join(__dirname, 'weapp-view', 'plugin.ts')] : []),
    ],
    defineConstants: {},
    alias: { ...aliases(platform), ...chineseDays },
    copy: { patterns: [], options: {} },
    framework: 'react',
    // scripts/build.mjs shows the progress; webpack's own is a screenful of escape codes.
    logger: { quiet: true, stats: false },
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache,
    mini: {
      compile: { include: alsoCompiled },
      webpackChain: (chain) => chain.merge(ourModules),
      optimizeMainPackage: { enable: true },
      // Pages and components name their own classes, so the order of their styles has no meaning.
      miniCssExtractPluginOption: { ignoreOrder: true },
      // px stays px: rpx grows with the window, and WeChat for PC opens one as wide as a desktop.
      postcss: { pxtransform: { enable: false, config: {} }, cssModules },
    },
    h5: {
      compile: { include: alsoCompiled },
      publicPath: '/',
      staticDirectory: 'static',
      // Filters stay in the address. No `basename`: with '/' Taro's router finds no page at all.
      router: { mode: 'browser' },
      // Later chunks go by id, which is what app.js asks for: `npm run size` follows them by it.
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[id].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[id].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // px stays px: with Taro's default (rem of the window's width) everything would be twice as large on a desktop.
        // `as`, because the plugin knows px and only its type does not.
        pxtransform: { enable: true, config: { targetUnit: 'px' as 'rem' } },
        cssModules,
      },
      // Sizes are watched by `npm run size`; webpack's own advice would only repeat it.
      webpackChain: (chain) =>
        chain.merge({ ...ourModules, performance: { hints: false }, optimization: { splitChunks } }),
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})
