/**
 * How the H5 code is cut. Webpack's default for asynchronous pages copies about 250 KB of Taro's components into
 * each of them; with `chunks: 'all'` and these groups they are loaded once, and the heavy ones only where used.
 */
export const splitChunks = {
  chunks: 'all',
  minSize: 0,
  cacheGroups: {
    /** Swiper comes with Taro.previewImage (48 KB gzipped), hls.js with Video: not for the first page. */
    heavyComponents: {
      name: 'heavy-components',
      test: /[\\/]node_modules[\\/](swiper|hls\.js|@tarojs[\\/]components[\\/]dist[\\/]components[\\/]taro-(swiper|video)[\w-]*\.js)/,
      priority: 220,
      chunks: 'all',
    },
    react: {
      name: 'react',
      test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
      priority: 210,
      chunks: 'all',
    },
    taroComponents: {
      name: 'taro-components',
      test: /[\\/]node_modules[\\/](@tarojs[\\/]components|@stencil)[\\/]/,
      priority: 200,
      chunks: 'all',
    },
    /** Our own components, which every page uses some of: one file instead of a dozen small ones. */
    ui: {
      name: 'ui',
      test: /[\\/]src[\\/](components|cloud)[\\/]/,
      minChunks: 2,
      priority: 150,
      chunks: 'all',
    },
  },
}
