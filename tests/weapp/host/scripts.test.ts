import { launchFixture, launchPage, removeFixtures } from './fixture'

afterAll(removeFixtures)

/** A page that works out an expression while it loads and shows the result. */
const showing = (expression: string) => ({
  wxml: '<view id="result">{{result}}</view>',
  js: `{ onLoad() { this.setData({ result: String(${expression}) }) } }`,
})

describe('what scripts find', () => {
  it.each(
    `window document self navigator location localStorage sessionStorage fetch XMLHttpRequest WebSocket FormData Blob
    File URL URLSearchParams TextEncoder TextDecoder crypto AbortController structuredClone queueMicrotask
    requestAnimationFrame addEventListener HTMLElement Event Image MutationObserver Intl WebAssembly process Buffer
    setImmediate alert btoa eval`.split(/\s+/),
  )('hides %s', async (name) => {
    const app = await launchPage(showing(`typeof ${name}`))
    expect(app.text('#result')).toBe('undefined')
    app.close()
  })

  it.each(
    `Promise Map Proxy setTimeout clearInterval JSON wx getApp getCurrentPages Page Component require module`.split(
      ' ',
    ),
  )('supplies %s', async (name) => {
    const app = await launchPage(showing(`typeof ${name}`))
    expect(app.text('#result')).not.toBe('undefined')
    app.close()
  })

  it('evaluates no text, except the sentence that looks for the global object', async () => {
    const app = await launchPage(
      showing(`new Function('return this')() === globalThis && (() => {}) instanceof Function`),
    )
    expect(app.text('#result')).toBe('true')
    app.close()
    const other = await launchPage(showing(`new Function('return 1')()`))
    expect(() => other.close()).toThrow('new Function() is not available')
  })

  it('gives what one script hangs on globalThis to the next', async () => {
    const app = await launchFixture({
      pages: { a: showing('globalThis.shared') },
      files: { 'app.js': 'App({}); globalThis.shared = "共用"' },
    })
    expect(app.text('#result')).toBe('共用')
    app.close()
  })
})

describe('what fails a run', () => {
  it.each([
    ['a browser name in app.js', { 'app.js': 'localStorage.setItem("a", 1); App({})' }, 'app.js: TypeError'],
    [
      'a module that is not there',
      { 'app.js': 'const name = "gone"; require("./" + name); App({})' },
      "module 'gone.js' is not defined",
    ],
    [
      'console.error',
      { 'app.js': 'App({ onLaunch() { console.error("坏了", { n: 1 }) } })' },
      'console.error: 坏了 {"n":1}',
    ],
    ['an error in a lifecycle', { 'app.js': 'App({ onLaunch() { null.x } })' }, 'App onLaunch: TypeError'],
    [
      'an error in a timer',
      { 'app.js': 'App({}); setTimeout(() => { throw new Error("later") })' },
      'uncaught: Error: later',
    ],
    [
      'a rejection',
      { 'app.js': 'App({}); Promise.reject(new Error("nobody"))' },
      'unhandled rejection: Error: nobody',
    ],
    [
      'an API the host lacks',
      { 'app.js': 'App({}); wx.startBluetoothDevicesDiscovery({ fail() {} })' },
      'wx.startBluetoothDevicesDiscovery is not implemented',
    ],
    [
      'a synchronous one',
      { 'app.js': 'App({}); wx.createWorker("x")' },
      'wx.createWorker is not implemented',
    ],
    [
      'the database from a client',
      { 'app.js': 'App({}); wx.cloud.init(); wx.cloud.database()' },
      'wx.cloud.database is not to be used',
    ],
  ])('%s', async (_what, files, complaint) => {
    const app = await launchFixture({ pages: { a: {} }, files })
    await expect(app.waitFor(() => false)).rejects.toThrow(complaint)
    expect(() => app.close()).toThrow(complaint)
  })

  it('tells the mini-program of its errors and rejections, as a phone does', async () => {
    const app = await launchFixture({
      pages: {
        a: { wxml: '<view id="heard">{{heard}}</view>', js: '{ onLoad() { getApp().page = this } }' },
      },
      files: {
        'app.js': `App({
          onError(message) { this.page.setData({ heard: message.slice(0, 20) }) },
          onUnhandledRejection({ reason }) { this.page.setData({ heard: 'rejected ' + reason }) },
        })
        wx.onUnhandledRejection(() => { getApp().heardTwice = true })
        setTimeout(() => Promise.reject('没人管'))`,
      },
    })
    app.expectError('unhandled rejection')
    await app.waitFor(() => app.text('#heard') === 'rejected 没人管')
    app.close()
  })

  it('an expected error that does not come', async () => {
    const app = await launchPage({})
    app.expectError(/boom/)
    expect(() => app.close()).toThrow('expected an error like /boom/, none came')
  })
})
