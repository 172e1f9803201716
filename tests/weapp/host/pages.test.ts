import { launchFixture, launchPage, removeFixtures, type FixturePage } from './fixture'

afterAll(removeFixtures)

/** A page that writes down its life, and goes where the test says. */
function diary(name: string): FixturePage {
  return {
    wxml: `<view bindtap="go">去</view><view id="diary">{{diary}}</view>`,
    js: `{
      ...Object.fromEntries(['onReady', 'onHide', 'onUnload'].map((event) =>
        [event, () => getApp().diary.push('${name} ' + event)])),
      onLoad(query) { getApp().diary.push('${name} onLoad ' + this.route + ' ' + JSON.stringify(query)) },
      onShow() {
        getApp().diary.push('${name} onShow')
        this.setData({ diary: '[' + getApp().diary.splice(0).join(', ') + '] ' + getCurrentPages().length })
      },
      go() {
        const [method, options] = getApp().next
        wx[method]({ ...options, fail: (error) => this.setData({ diary: error.errMsg }) })
      },
    }`,
  }
}

const TWO_TABS = {
  tabBar: {
    list: [
      { pagePath: 'a', text: '甲' },
      { pagePath: 'b', text: '乙' },
    ],
  },
}

/** @param next what the pages' button does */
async function launchDiary(next: [string, object], app: object = {}) {
  const running = await launchFixture({
    pages: { a: diary('a'), b: diary('b'), c: diary('c') },
    app,
    files: { 'app.js': `App({ diary: [], next: ${JSON.stringify(next)} })` },
  })
  return { app: running, diary: () => running.text('#diary') }
}

describe('lifecycle', () => {
  it('runs onLoad with route and raw query, then onShow, then onReady', async () => {
    const app = await launchPage(
      {
        wxml: '<view>{{lines}}</view>',
        js: `{
          data: { lines: '' },
          note(line) { this.setData({ lines: this.data.lines + ' ' + line }) },
          onLoad(query) { this.note('load ' + this.route + ' ' + query.id) },
          onShow() { this.note('show') },
          onReady() { this.note('ready') },
        }`,
      },
      { entry: 'pages/one/index?id=%E7%94%B2' },
    )
    expect(app.texts()).toEqual(['load pages/one/index %E7%94%B2 show ready'])
    app.close()
  })

  it('tells page and app when they go to the background and come back', async () => {
    const { app, diary } = await launchDiary(['navigateBack', {}])
    await app.hide()
    await app.show()
    expect(diary()).toBe('[a onReady, a onHide, a onShow] 1')
    app.close()
  })
})

describe('routes', () => {
  it('keeps the page below on navigateTo and shows it again on the way back', async () => {
    const { app, diary } = await launchDiary(['navigateTo', { url: 'c?x=1&y' }])
    await app.tap('去')
    await app.waitForRoute('c')
    expect(diary()).toBe('[a onReady, a onHide, c onLoad c {"x":"1","y":""}, c onShow] 2')
    expect(app.stack()).toEqual(['a', 'c'])
    await app.back()
    expect(diary()).toBe('[c onReady, c onUnload, a onShow] 1')
    app.close()
  })

  it('replaces the page on redirectTo and all pages on reLaunch', async () => {
    const { app, diary } = await launchDiary(['redirectTo', { url: '/c' }])
    await app.tap('去')
    await app.waitForRoute('c')
    expect(diary()).toBe('[a onReady, a onUnload, c onLoad c {}, c onShow] 1')
    await app.open('b')
    expect(diary()).toBe('[c onReady, c onUnload, b onLoad b {}, b onShow] 1')
    app.close()
  })

  it('keeps tab pages while another tab is shown and closes what lies on a tab', async () => {
    const { app, diary } = await launchDiary(['navigateTo', { url: '/c' }], TWO_TABS)
    await app.tab('乙')
    expect(diary()).toBe('[a onReady, a onHide, b onLoad b {}, b onShow] 1')
    await app.tab('甲')
    expect(diary()).toBe('[b onReady, b onHide, a onShow] 1')
    await app.tap('去')
    await app.waitForRoute('c')
    await expect(app.tab('乙')).rejects.toThrow('c shows no tab bar')
    await app.back()
    expect(diary()).toBe('[c onReady, c onUnload, a onShow] 1')
    app.close()
  })

  it.each([
    ['navigateTo', { url: '/b' }, 'can not navigateTo a tabbar page'],
    ['redirectTo', { url: '/b' }, 'can not redirectTo a tabbar page'],
    ['switchTab', { url: '/c' }, 'can not switch to no-tabBar page'],
    ['navigateBack', {}, 'cannot navigate back at first page.'],
  ])('refuses %s %o as a phone does', async (method, options, reason) => {
    const { app, diary } = await launchDiary([method, options], TWO_TABS)
    await app.tap('去')
    await app.waitFor(() => diary() === `${method}:fail ${reason}`)
    app.close()
  })

  it('lets at most ten pages lie on top of each other', async () => {
    const { app, diary } = await launchDiary(['navigateTo', { url: '/c' }])
    for (let depth = 2; depth <= 10; depth += 1) {
      await app.tap('去')
      await app.waitFor(() => app.stack().length === depth)
    }
    await app.tap('去')
    await app.waitFor(() => diary() === 'navigateTo:fail webview count limit exceed')
    app.close()
  })

  it('reports a page that does not exist', async () => {
    const { app } = await launchDiary(['navigateTo', { url: '/nowhere' }])
    app.expectError('page "nowhere" is not found')
    await app.tap('去')
    await app.idle()
    app.close()
  })

  it('opens pages of subpackages, and keeps one subpackage out of another', async () => {
    const app = await launchFixture({
      pages: { a: { wxml: '<navigator url="/one/page">去</navigator>' } },
      app: {
        subPackages: [
          { root: 'one', pages: ['page'] },
          { root: 'two/', pages: ['page'] },
        ],
      },
      files: {
        'one/page.wxml': '<view>分包 {{word}}</view>',
        'one/page.json': '{"navigationBarTitleText":"分包页"}',
        'one/page.js': 'Page({ data: { word: require("../shared").word } }); require("../two/own")',
        'two/page.wxml': '<view/>',
        'two/page.json': '{}',
        'two/page.js': 'Page({})',
        'two/own.js': '',
        'shared.js': 'exports.word = "共用"',
      },
    })
    app.expectError('one/page.js may not require two/own.js')
    await app.tap('去')
    await app.waitForText('分包 共用')
    expect(app.current()).toEqual({ route: 'one/page', query: {}, title: '分包页' })
    app.close()
  })

  it('hands data to the page that is opened and back', async () => {
    const app = await launchFixture({
      pages: {
        a: {
          wxml: '<view bindtap="go">去</view><view>{{heard}}</view>',
          js: `{ go() { wx.navigateTo({ url: 'b', events: { told: (word) => this.setData({ heard: '听到' + word }) },
            success: ({ eventChannel }) => eventChannel.emit('ask', '甲') }) } }`,
        },
        b: {
          js: `{ onLoad() {
            const channel = this.getOpenerEventChannel()
            channel.on('ask', (word) => channel.emit('told', word + '乙'))
          } }`,
        },
      },
    })
    await app.tap('去')
    await app.waitForRoute('b')
    await app.back()
    await app.waitForText('听到甲乙')
    app.close()
  })

  it('pulls down only pages that allow it, and shares only pages that can be shared', async () => {
    const page = {
      wxml: '<view>{{n}}</view><button open-type="share" data-id="7">转</button>',
      js: `{ data: { n: 0 }, onPullDownRefresh() { this.setData({ n: this.data.n + 1 }) },
        onReachBottom() { this.setData({ n: this.data.n + 10 }) },
        onShareAppMessage({ from, target }) { getApp().shared = [from, target && target.dataset.id]; return { title: from } } }`,
    }
    const app = await launchPage({ ...page, json: { enablePullDownRefresh: true } })
    await app.pullDown()
    await app.reachBottom()
    expect(app.texts()).toContain('11')
    expect(await app.share()).toEqual({ title: 'menu' })
    app.close()
    const fixed = await launchPage({ wxml: '<view/>', js: '{ onPullDownRefresh() {} }' })
    await expect(fixed.pullDown()).rejects.toThrow('cannot be pulled down')
    await expect(fixed.share()).rejects.toThrow('cannot be shared')
    fixed.close()
  })
})
