import { answerOf, launchAsking, PHOTO } from './asking'
import { launchPage, NO_CLOUD, removeFixtures } from './fixture'
import { newPhone } from './runtime/context'

afterAll(removeFixtures)

describe('cloud', () => {
  const cloud = (call: string) => `(wx.cloud.init(), ${call})`

  it('forwards calls as JSON and gives back the result', async () => {
    const seen: unknown[] = []
    const bridge = {
      ...NO_CLOUD,
      callFunction: async (name: string, data: unknown) => (seen.push(name, data), { ok: true, list: [1] }),
    }
    const answer = await answerOf(
      cloud(`wx.cloud.callFunction({ name: 'ticket', data: { at: new Date(0), gone: undefined } })`),
      { bridge },
    )
    expect(seen).toEqual(['ticket', { at: '1970-01-01T00:00:00.000Z' }])
    expect(answer).toContain('"result":{"ok":true,"list":[1]}')
  })

  it('needs init, a network, and at most 100 KB', async () => {
    const bridge = { ...NO_CLOUD, callFunction: async () => ({ ok: true }) }
    const call = `wx.cloud.callFunction({ name: 'ticket' })`
    expect(await answerOf(call, { bridge })).toMatch('wx.cloud.init first')
    expect(
      await answerOf(cloud(`wx.cloud.callFunction({ name: 'ticket', data: { t: '字'.repeat(40000) } })`), {
        bridge,
      }),
    ).toMatch('data exceed max size')
    const app = await launchAsking(cloud(call), { bridge })
    app.offline(true)
    await app.tap('做')
    await app.waitFor(() => app.text('#answer').includes('request:fail'))
    app.offline(false)
    await app.tap('做')
    await app.waitFor(() => app.text('#answer').includes('"ok":true'))
    app.close()
  })

  it('tells the page when the network goes and comes', async () => {
    const app = await launchPage({
      wxml: '<view>{{state}}</view>',
      js: `{ onLoad() { wx.onNetworkStatusChange(({ isConnected, networkType }) => this.setData({ state: networkType + isConnected })) } }`,
    })
    app.offline(true)
    await app.waitForText('nonefalse')
    app.offline(false)
    await app.waitForText('wifitrue')
    app.close()
  })

  it('uploads the bytes of a chosen file, with progress', async () => {
    const uploads: unknown[] = []
    const app = await launchAsking(
      cloud(`new Promise((resolve, reject) => wx.chooseMedia({ success: ({ tempFiles }) => {
        const seen = []
        wx.cloud.uploadFile({ cloudPath: 'incoming/1', filePath: tempFiles[0].tempFilePath,
          success: ({ fileID }) => resolve([fileID, ...seen]), fail: reject })
          .onProgressUpdate(({ progress }) => seen.push(progress)) } }))`),
      {
        phone: { ...newPhone(), privacyAgreed: true },
        answers: { media: [PHOTO] },
        bridge: {
          ...NO_CLOUD,
          uploadFile: async (cloudPath, bytes) => (uploads.push(cloudPath, [...bytes]), 'cloud://x'),
        },
      },
    )
    await app.tap('做')
    await app.waitFor(() => app.text('#answer') === 'ok ["cloud://x",0,100]')
    expect(uploads).toEqual(['incoming/1', [...PHOTO.bytes]])
    app.close()
  })
})
