// Taro's preset for the mini-program and the browser; the targets are `browserslist` in package.json.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
