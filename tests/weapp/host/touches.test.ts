import { launchFixture, launchPage, removeFixtures } from './fixture'
import { launchListening, listening } from './listening'

afterAll(removeFixtures)

describe('touches', () => {
  it('bubbles from the innermost node, stops at catch, and gives handlers plain data', async () => {
    const app = await launchPage({
      wxml: `<view bindtap="outer"><view catchtap="caught"><text id="t" data-n="{{1}}" bindtap="inner">点</text></view></view>
        <view id="log">{{log}}</view>`,
      js: `{
        data: { log: '' },
        add(word) { this.setData({ log: this.data.log + word }) },
        inner(event) { this.add('inner' + event.target.dataset.n + (Object.getPrototypeOf(event) === Object.prototype)) },
        caught(event) { this.add(' caught' + event.target.dataset.n) },
        outer() { this.add(' outer') },
      }`,
    })
    await app.tap('点')
    expect(app.text('#log')).toBe('inner1true caught1')
    app.close()
  })

  it('refuses a tap that nobody hears, on a disabled button, or on one of several alike', async () => {
    const { app } = await launchListening(
      '<view>没人</view><button disabled bindtap="eh">不能</button><view bindtap="eh">同</view><view id="x"><view bindtap="eh">同</view></view>',
    )
    await expect(app.tap('没人')).rejects.toThrow('nothing on the page hears a tap')
    await expect(app.tap('不能')).rejects.toThrow('is disabled')
    await app.tap('同', { nth: 1 })
    await app.tap('同', { within: '#x' })
    app.close()
    const impatient = await launchPage(
      listening('<view bindtap="eh">同</view><view bindtap="eh">同</view>'),
      { patience: 50 },
    )
    await expect(impatient.tap('同')).rejects.toThrow('"同" stands 2 times on the page; say nth or within')
    await expect(impatient.tap('无')).rejects.toThrow('"无" is not on the page')
    impatient.close()
  })

  it('presses long, drags, and shows what moves', async () => {
    const { app, log } = await launchListening('<view id="p" bindlongpress="eh" bindtouchend="eh">按</view>')
    await app.longPress('#p')
    await app.drag('#p', 100, 0)
    expect(log().match(/longpress|touchend/g)).toEqual(['longpress', 'touchend', 'touchend'])
    app.close()
  })

  it('scrolls, wipes, refreshes and comes into view', async () => {
    const { app, log } = await launchListening(
      `<scroll-view id="s" scroll-y refresher-enabled bindscrolltolower="eh" bindrefresherrefresh="eh"/>
       <swiper id="w" bindchange="eh"><swiper-item item-id="one"/><swiper-item item-id="two"/></swiper>
       <map id="m" bindmarkertap="eh"/>`,
    )
    await app.reachBottom('#s')
    await app.pullDown('#s')
    await app.swipeTo('#w', 1)
    await app.trigger('#m', 'markertap', { markerId: 3 })
    expect(log()).toBe(
      'scrolltolower {"direction":"bottom"} refresherrefresh {"dy":45} change {"current":1,"currentItemId":"two","source":"touch"} markertap {"markerId":3}',
    )
    app.close()
  })

  it('tells observers what comes into view: everything at first, then what the test says', async () => {
    const app = await launchPage({
      wxml: '<view id="foot"/><view id="log">{{log}}</view>',
      js: `{ data: { log: '' }, onReady() {
        this.createIntersectionObserver().relativeToViewport().observe('#foot', ({ intersectionRatio }) =>
          this.setData({ log: this.data.log + intersectionRatio }))
      } }`,
    })
    await app.waitFor(() => app.text('#log') === '1')
    await app.see('#foot', false)
    await app.see('#foot', true)
    expect(app.text('#log')).toBe('101')
    app.close()
  })

  it('reports a handler that the page does not have', async () => {
    const app = await launchPage({ wxml: '<view bindtap="gone">点</view>' })
    await expect(app.tap('点')).rejects.toThrow('does not have a method "gone"')
    expect(() => app.close()).toThrow()
  })
})

describe('what is on the screen', () => {
  it('reads only what is visible: hidden, inline style and wxss', async () => {
    const app = await launchFixture({
      pages: {
        'pages/one/index': {
          wxml: `<view hidden>一</view><view style="display:none">二</view><view class="no"><text>三</text></view>
            <view class="no yes">四</view><view class="wide">五</view>`,
        },
      },
      files: {
        'app.wxss': '@import "./shared.wxss"; .yes { display: flex }',
        'shared.wxss': '.no { display: none }',
        'pages/one/index.wxss':
          '@media (min-width: 1024px) { .wide { display: none } } @media print { .wide { display: none } }',
      },
    })
    expect(app.texts()).toEqual(['四', '五'])
    app.close()
  })

  it('reports pictures that are not there, and keeps the addresses of all', async () => {
    const app = await launchPage(
      {
        wxml: '<image src="/gone.png"/><image src="https://other.example/a.png"/><image src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/>',
      },
      { expectErrors: ['/gone.png is not in the package'] },
    )
    await app.waitFor(() => app.expectedErrors().length === 1)
    expect(app.stats().pictures).toHaveLength(3)
    app.close()
  })

  it('renders rich text from a string or a tree, without scripts', async () => {
    const app = await launchPage({
      wxml: '<rich-text nodes="{{a}}"/><rich-text nodes="{{b}}"/>',
      js: `{ data: { a: '<b>粗</b><script>alert(1)</script>', b: [{ name: 'p', children: [{ type: 'text', text: '段' }] }] } }`,
    })
    expect(app.texts()).toEqual(['粗', '段'])
    app.close()
  })
})
