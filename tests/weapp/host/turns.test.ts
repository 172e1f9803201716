import { launchPage, NO_CLOUD, removeFixtures } from './fixture'

afterAll(removeFixtures)

/** A page that counts to four with a breath between, and to nine much later. */
const counting = (before: string) => ({
  wxml: '<view bindtap="go">做</view><view id="n">{{n}}</view>',
  js: `{ data: { n: 0 }, go() {
    ${before}
    const count = (n) => {
      this.setData({ n })
      if (n < 9) setTimeout(() => count(n < 4 ? n + 1 : 9), n < 4 ? 20 : 3000)
    }
    count(1)
  } }`,
})

it('is idle when whatever is due at once is done, and not while a call or a picture is under way', async () => {
  let answer = () => {}
  const bridge = {
    ...NO_CLOUD,
    callFunction: () => new Promise((resolve) => (answer = () => resolve({}))),
  }
  const call = `wx.cloud.init(); wx.cloud.callFunction({ name: 'x' }).then(() => this.setData({ n: 7 }))`
  const app = await launchPage(counting(call), { bridge })
  await app.tap('做')
  await app.still()
  expect(app.text('#n')).toBe('4')
  const idle = app.idle()
  setTimeout(() => answer(), 100)
  await idle
  expect(app.text('#n')).toBe('7')
  app.close()

  const slow = () => new Promise<Uint8Array>((resolve) => setTimeout(() => resolve(new Uint8Array(1)), 100))
  const picture = await launchPage(
    {
      wxml: '<image src="https://a.invalid/1.png" bindload="done"/><view id="n">{{n}}</view>',
      js: '{ done() { this.setData({ n: 1 }) } }',
    },
    { bridge: { ...NO_CLOUD, download: slow } },
  )
  await picture.idle()
  expect(picture.text('#n')).toBe('1')
  picture.close()
})

it('does not wait for a timer that was taken back', async () => {
  const app = await launchPage(
    counting('clearTimeout(setTimeout(() => this.setData({ n: 5 }), 40)); this.setData({ n: 3 }); return'),
  )
  await app.tap('做')
  await app.still()
  expect(app.text('#n')).toBe('3')
  app.close()
})
