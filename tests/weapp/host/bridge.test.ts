import { startTestCloud, stopTestClouds } from '../../conformance/support/cloud'
import { BridgeFailure, doorBridge } from './bridge'
import { launchPage, removeFixtures } from './fixture'
import { newPhone } from './runtime/context'

afterAll(async () => {
  await stopTestClouds()
  removeFixtures()
})

const PHOTO = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const FUNCTIONS = {
  ticket: {
    source: `exports.main = async ({ action, fileId }) => {
      if (action === 'break') throw new Error('inside')
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileId] })
      return { ok: true, data: { who: cloud.getWXContext().OPENID, url: fileList[0].tempFileURL } }
    }`,
  },
}
const PEOPLE = [{ id: 'o-alice', name: '李秀英', role: 'citizen' as const, roleName: '群众' }]

const start = () => startTestCloud(FUNCTIONS, { people: () => PEOPLE })

it('carries calls, photos and pictures to the local cloud as the chosen person', async () => {
  const { url } = await start()
  const app = await launchPage(
    {
      wxml: '<view bindtap="go">发</view><view>{{who}}</view><image id="seen" src="{{src}}" bindload="loaded"/>',
      js: `{ go() { wx.cloud.init(); wx.chooseMedia({ success: async ({ tempFiles: [{ tempFilePath }] }) => {
          const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'incoming/x', filePath: tempFilePath })
          const { result } = await wx.cloud.callFunction({ name: 'ticket', data: { fileId: fileID } })
          this.setData({ src: result.data.url, who: result.data.who })
        } }) },
        loaded({ detail }) { this.setData({ who: this.data.who + ' ' + detail.width }) } }`,
    },
    {
      bridge: doorBridge({ baseUrl: url, person: 'o-alice' }),
      phone: { ...newPhone(), privacyAgreed: true },
      answers: { media: [{ name: '坑.gif', bytes: PHOTO }] },
    },
  )
  await app.tap('发')
  await app.waitForText('o-alice 1')
  app.close()
})

it('tells a broken function, a missing one and a lost way by the numbers of WeChat', async () => {
  const cloud = await start()
  const bridge = doorBridge({ baseUrl: cloud.url, person: 'o-alice' })
  const code = (call: Promise<unknown>) => call.catch((error: BridgeFailure) => error.errCode)
  expect(await code(bridge.callFunction('ticket', { action: 'break' }))).toBe(-504002)
  expect(await code(bridge.callFunction('nothing', {}))).toBe(-501000)
  await cloud.close()
  expect(await code(bridge.callFunction('ticket', {}))).toBe(-1)
})

it('refuses a person the cloud does not know', async () => {
  const { url } = await start()
  await expect(doorBridge({ baseUrl: url, person: 'o-nobody' }).callFunction('ticket', {})).rejects.toThrow(
    'cannot sign in as o-nobody: HTTP 404',
  )
})
