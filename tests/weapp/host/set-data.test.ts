import { launchFixture, launchPage, removeFixtures } from './fixture'

afterAll(removeFixtures)

/** A page whose button sets what the test says. */
const setting = (data: string) => ({
  wxml: '<view bindtap="go">做</view><view id="shown">{{a}}</view>',
  js: `{ go() { this.setData(${data}) } }`,
})

it('crosses as JSON, is measured in UTF-8 bytes, and calls back later', async () => {
  const app = await launchPage({
    wxml: '<view bindtap="go">做</view><view id="shown">{{order}} {{t}} {{o.n}}</view>',
    js: `{ data: { order: '' }, go() {
      const o = { n: 1 }
      this.setData({ t: '漏', o }, () => this.setData({ order: this.data.order + ' 后' }))
      o.n = 2
      this.setData({ order: '先' })
    } }`,
  })
  await app.tap('做')
  await app.waitFor(() => app.text('#shown') === '先 后 漏 1')
  const [first] = app.stats().page.setData
  expect(first).toMatchObject({
    page: 'pages/one/index',
    bytes: Buffer.byteLength('{"t":"漏","o":{"n":1}}'),
    hidden: false,
  })
  expect(app.stats().page.firstSetData).toBe(first.bytes)
  app.close()
})

it.each([
  ['undefined', '{ a: undefined }', 'Setting data field "a" to undefined is invalid'],
  ['a function', '{ a: { f() {} } }', '"f" is a function, which cannot cross to the view'],
  ['nothing at all', 'null', 'needs an object, got null'],
  ['more than 1 MB', '{ a: "x".repeat(1 << 20) }', 'WeChat refuses more than 1048576'],
])('reports %s', async (_what, data, complaint) => {
  const app = await launchPage(setting(data))
  await expect(app.tap('做')).rejects.toThrow(complaint)
  expect(() => app.close()).toThrow(complaint)
})

it('reports a path that ends in nothing, such as Taro makes for an island that has moved', async () => {
  const app = await launchPage({
    wxml: '<view bindtap="go">做</view>',
    js: `{ go() { this.setData({ 'i.': 1 }) } }`,
  })
  await expect(app.tap('做')).rejects.toThrow('"i." is no path')
  expect(() => app.close()).toThrow()
})

it('marks what goes to a page nobody sees, and drops what comes after the end', async () => {
  const app = await launchFixture({
    pages: {
      a: {
        wxml: '<view>{{n}}</view>',
        js: '{ onLoad() { getApp().a = this }, onHide() { this.setData({ n: 1 }) } }',
      },
      b: {
        js: '{ onLoad() { getApp().b = this }, onUnload() { setTimeout(() => getApp().b.setData({ n: 2 })) } }',
      },
      c: { wxml: '<navigator url="b"/>' },
    },
    files: { 'app.js': 'App({ onShow() { setTimeout(() => wx.navigateTo({ url: "/b" })) } })' },
  })
  await app.waitForRoute('b')
  expect(app.stats().hiddenSetData.map(({ page }) => page)).toEqual(['a'])
  await app.back()
  await app.idle()
  expect(app.stats().setData).toHaveLength(1)
  app.forget()
  expect(app.stats().setData).toEqual([])
  app.close()
})

it('counts nodes, depth and children of the page as WeChat does', async () => {
  const app = await launchPage({
    wxml: '<view><text>一</text><input/><block wx:for="{{[1,2]}}" wx:key="*this"><view/></block></view><view/>',
  })
  expect(app.stats().page).toMatchObject({ nodes: 6, depth: 2, widest: 4 })
  app.close()
})

it('reports a template that does not exist', async () => {
  const app = await launchPage(
    { wxml: '<template is="{{which}}"/>', js: `{ data: { which: 'tmpl_gone' } }` },
    { expectErrors: ['there is no template "tmpl_gone"'] },
  )
  app.close()
})

it('reports list keys that are not unique', async () => {
  const app = await launchPage({
    wxml: '<view bindtap="go">做</view><view wx:for="{{l}}" wx:key="id"/>',
    js: `{ go() { this.setData({ l: [{ id: 1 }, { id: 1 }] }) } }`,
  })
  await expect(app.tap('做')).rejects.toThrow('Some keys are not unique')
  expect(() => app.close()).toThrow()
})
