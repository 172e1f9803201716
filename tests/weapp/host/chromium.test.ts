import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { launchInChromium } from './chromium'
import { NO_CLOUD, removeFixtures, writeFixture } from './fixture'

/** The browser is found by a program of its own, because jest cannot load ES modules. */
async function launchBrowser(): Promise<Browser> {
  const finder = path.resolve('scripts/lib/chromium.mjs')
  const found = JSON.parse(execFileSync(process.execPath, [finder], { encoding: 'utf8' })) as {
    executablePath: string
    args: string[]
    env: Record<string, string>
  }
  return chromium.launch({
    ...found,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...found.env },
  })
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  removeFixtures()
})

it('runs the same mini-program in a browser, styled, with its bridge and its errors', async () => {
  const dist = writeFixture({
    pages: {
      a: {
        wxml: '<view class="box" bindtap="go">选</view><image id="p" src="{{src}}"/><text>{{answer}}</text>',
        js: `{ data: { src: '', answer: '' }, go() { wx.cloud.init(); wx.chooseMedia({ success: async ({ tempFiles: [file] }) => {
          this.setData({ src: file.tempFilePath, width: typeof document })
          const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'x', filePath: file.tempFilePath })
          const { result } = await wx.cloud.callFunction({ name: 'ticket', data: { fileID } })
          this.setData({ answer: result.said + this.data.width })
        } }) } }`,
      },
    },
    files: { 'app.wxss': '.box { width: 375rpx; height: 100rpx; background: #0b5f6e }' },
  })
  const uploads: number[] = []
  const app = await launchInChromium({
    browser,
    dist,
    answers: {
      privacy: 'agree',
      media: [{ name: 'a.gif', bytes: Buffer.from('R0lGODlhAQABAAAAACw=', 'base64') }],
    },
    bridge: {
      ...NO_CLOUD,
      uploadFile: async (_path, bytes) => (uploads.push(bytes.length), 'cloud://a'),
      callFunction: async (name, data) => ({ said: `${name} ${JSON.stringify(data)} ` }),
    },
  })
  const box = await app.page.locator('.box').boundingBox()
  expect(box).toMatchObject({ width: 187.5, height: 50 })
  await app.driver.tap('选')
  await app.driver.waitForText('ticket {"fileID":"cloud://a"} undefined')
  expect(uploads).toEqual([14])
  await app.close()
})

it('fails as the headless one does', async () => {
  const dist = writeFixture({
    pages: { a: { js: '{ onShow() { setTimeout(() => Promise.reject(new Error("nobody"))) } }' } },
  })
  const app = await launchInChromium({ browser, dist, bridge: NO_CLOUD })
  await expect(app.driver.waitForText('never')).rejects.toThrow('unhandled rejection: Error: nobody')
  await expect(app.close()).rejects.toThrow('nobody')
})
