import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../browser/support/chromium'
import { launchInChromium } from '../host/chromium'
import { launchPage, NO_CLOUD, removeFixtures, writeFixture } from '../host/fixture'
import type { Built, Check } from './check'
import { fileChecks } from './files'
import { layoutFaults } from './layout'
import { privacyChecks } from './privacy'
import { runFaults } from './running'
import { scriptChecks } from './scripts'
import { styleChecks } from './styles'

/** Each check of the score must be able to fail. */
const CHECKS = [...fileChecks, ...scriptChecks, ...styleChecks, ...privacyChecks]

const FILES: Record<string, string> = {
  'app.js': 'App({});if(typeof fetch==="function")fetch("x")',
  'app.wxss':
    '@import "shared.wxss";.bar{position:sticky;bottom:0;padding-bottom:env(safe-area-inset-bottom)}',
  'shared.wxss': '.a{color:red}',
  'pages/a.js':
    'Page({});wx.navigateTo({url:"/pages/b"});wx.onNeedPrivacyAuthorization();wx.openPrivacyContract();wx.chooseLocation({});var x={openType:"agreePrivacyAuthorization"}',
  'pages/a.json': '{"usingComponents":{"comp":"../comp"}}',
  'pages/a.wxml': '<import src="../base.wxml"/>',
  'pages/b.js': 'Page({})',
  'pages/b.json': '{}',
  'pages/b.wxml': '<view/>',
  'comp.js': 'require("./vendors.js")',
  'comp.json': '{"component":true}',
  'comp.wxml': '<view/>',
  'vendors.js': 'var x;',
  'base.wxml': '<view/>',
}

function built(change: (files: Map<string, string>, made: Built) => void = () => {}): Built {
  const made: Built = {
    code: new Map(Object.entries(FILES)),
    assets: new Map([['icon.png', 1000]]),
    app: {
      pages: ['pages/a', 'pages/b'],
      lazyCodeLoading: 'requiredComponents',
      requiredPrivateInfos: ['chooseLocation'],
      permission: { 'scope.userLocation': { desc: '标出地点' } },
      __usePrivacyCheck__: true,
      tabBar: { list: [{ pagePath: 'pages/a', text: '一', iconPath: 'icon.png' }] },
    },
  }
  change(made.code, made)
  return made
}

const adding = (file: string, text: string) =>
  built((files) => files.set(file, (files.get(file) ?? '') + text))

/** By the name of a check: packages that it must not let pass. */
const BROKEN: Record<string, Built[]> = {
  没有用不到的文件: [adding('old.js', 'var x'), built((_, { assets }) => assets.set('old.png', 1))],
  没有到不了的页面: [built((files) => files.set('pages/a.js', 'Page({})'))],
  '每个包不超过 1.5 MiB，包内图片不超过 200 KiB': [
    built((_, { assets }) => assets.set('icon.png', 300_000)),
    adding('app.js', ' '.repeat(1.6 * 1024 * 1024)),
  ],
  '按需加载（lazyCodeLoading）': [built((_, { app }) => delete app.lazyCodeLoading)],
  '没有手机上没有的名字（localStorage、fetch、crypto …）': [
    adding('comp.js', ';localStorage.getItem("a")'),
    adding('comp.js', ';fetch("/api")'),
    adding('comp.js', ';new Intl.DateTimeFormat()'),
  ],
  没有后行断言正则: [adding('comp.js', ';/(?<=a)b/.test("ab")'), adding('comp.js', ';/(?<!a)b/')],
  '不在运行时解释代码（eval、new Function）': [
    adding('comp.js', ';eval("1")'),
    adding('comp.js', ';new Function("a","return a")'),
  ],
  '不访问别的网址，没有网络图片和字体': [
    adding('app.wxss', '.a{background:url(https://cdn.example/a.png)}'),
    adding('app.wxss', '.a{background:url(//cdn.example/a.png)}'),
    adding('pages/a.wxml', '<image src="http://cdn.example/a.png"/>'),
    adding('comp.js', ';x="https://api.example/v1"'),
  ],
  '不用 :active，用 hover-class': [adding('app.wxss', '.a:active{color:blue}')],
  底部的栏让开安全区: [adding('app.wxss', '.b{position:fixed;bottom:0;left:0}')],
  能滚动的地方有惯性: [adding('app.wxss', '.b{overflow-y:scroll}')],
  '用到的位置接口都声明了，没用到的没有声明（requiredPrivateInfos）': [
    built((_, { app }) => (app.requiredPrivateInfos = [])),
    built((_, { app }) => app.requiredPrivateInfos!.push('getLocation')),
    built((_, { app }) => delete app.permission),
  ],
  '用照片、位置、手机号之前先问隐私授权': [
    built((_, { app }) => delete app.__usePrivacyCheck__),
    built((files) => files.set('pages/a.js', 'wx.chooseMedia({});"/pages/b"')),
  ],
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  removeFixtures()
})

it.each(CHECKS)('$name: passes what is right, and nothing else', ({ name, faults }: Check) => {
  expect(faults(built())).toEqual([])
  expect(BROKEN[name]).toBeDefined()
  for (const wrong of BROKEN[name]!) expect(faults(wrong)).not.toEqual([])
})

it('the rules of the run: each can fail', async () => {
  const app = await launchPage({
    wxml: `<view wx:for="{{many}}" wx:key="*this">一</view><image src="https://other.example/a.png"/>`,
    js: `{ data: { many: [] }, onLoad() {
      wx.getSystemInfoSync()
      this.setData({ many: Array.from({ length: 1100 }, (_, n) => n), text: 'x'.repeat(300000) })
      for (let n = 0; n < 21; n += 1) this.setData({ n })
    } }`,
  })
  await app.idle()
  const found = runFaults(app, (address) => address.startsWith('https://'))
  expect(found['setData 每次不超过 256 KB、每秒不超过 20 次']).toHaveLength(2)
  expect(found['节点少于 1000、层数少于 30、子节点不超过 60']).toHaveLength(2)
  expect(found['不用已废弃的接口']).toEqual(['getSystemInfoSync'])
  expect(found['图片只来自自己的存储']).toEqual(['https://other.example/a.png'])
  app.close()
})

it('the rules of the layout: each can fail', async () => {
  const dist = writeFixture({
    pages: {
      a: {
        wxml: `<view class="wide" aria-role="button">宽</view><view class="small" aria-role="button">小</view>
          <image class="flat" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='90'/%3E"/>
          <view class="foot"><view class="button" aria-role="button">底</view></view>`,
      },
    },
    files: {
      'app.wxss': `.wide{width:500px;height:50px}.small{width:30px;height:30px;font-size:11px}.flat{width:90px;height:30px}
        .foot{position:fixed;bottom:0;left:0;right:0}.button{height:50px}`,
    },
  })
  const app = await launchInChromium({ browser, dist, bridge: NO_CLOUD })
  await app.driver.idle()
  const found = await app.page.evaluate(layoutFaults, { target: 44, letters: 13, safeBottom: 34 })
  expect(found).toEqual({
    targets: ['<wx-view> 小: 30 × 30'],
    letters: [expect.stringContaining(': 11')],
    pictures: [expect.stringContaining('200 % out of shape')],
    overflow: ['500 px wide, the window 375'],
    safeArea: ['<wx-view> 底'],
  })
  await app.close()
})
