import { launchFixture, launchPage, NO_CLOUD, removeFixtures } from './fixture'
import type { LaunchOptions } from './launch'
import { newPhone } from './runtime/context'

afterAll(removeFixtures)

const PHOTO = {
  name: '坑.png',
  bytes: Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 4, 0, 0, 0, 3,
  ]),
}

/** A page whose button calls one `wx` function and shows what came back. */
function launchAsking(call: string, options: Partial<LaunchOptions> = {}, app: object = {}) {
  return launchPage(
    {
      wxml: '<view bindtap="go">做</view><view id="answer">{{answer}}</view>',
      js: `{ async go() {
        try { this.setData({ answer: 'ok ' + JSON.stringify(await ${call}) }) }
        catch (error) { this.setData({ answer: 'fail ' + (error.errMsg || error.message) }) }
      } }`,
    },
    options,
    app,
  )
}

/** Taps the button and reads the answer. */
async function answerOf(call: string, options?: Partial<LaunchOptions>, app?: object): Promise<string> {
  const running = await launchAsking(call, options, app)
  await running.tap('做')
  await running.waitFor(() => running.text('#answer') !== '')
  const answer = running.text('#answer')
  running.close()
  return answer
}

describe('calls', () => {
  it('answers by callbacks or by a promise, never both, and never at once', async () => {
    const app = await launchPage({
      wxml: '<view bindtap="go">做</view><view id="log">{{log}}</view>',
      js: `{ data: { log: '' }, add(word) { this.setData({ log: this.data.log + word + ' ' }) },
        go() {
          const given = wx.getNetworkType({ success: ({ errMsg }) => this.add(errMsg), complete: () => this.add('complete') })
          this.add(String(given))
          wx.getNetworkType().then(({ networkType }) => this.add(networkType))
        } }`,
    })
    await app.tap('做')
    await app.waitFor(() => app.text('#log') === 'undefined getNetworkType:ok complete wifi')
    expect(app.calls('getNetworkType')).toHaveLength(2)
    app.close()
  })
})

describe('storage', () => {
  it('keeps values across launches of one phone, as JSON', async () => {
    const phone = newPhone()
    const first = await launchPage(
      { js: `{ onLoad() { wx.setStorageSync('draft', { words: '漏水', at: new Date(0) }) } }` },
      { phone },
    )
    first.close()
    const second = await answerOf(`wx.getStorage({ key: 'draft' })`, { phone })
    expect(second).toBe(
      'ok {"errMsg":"getStorage:ok","data":{"words":"漏水","at":"1970-01-01T00:00:00.000Z"}}',
    )
    expect(await answerOf(`wx.getStorageSync('nothing')`)).toBe('ok ""')
    expect(await answerOf(`wx.getStorage({ key: 'nothing' })`)).toBe('fail getStorage:fail data not found')
  })

  it('refuses more than 1 MB in one value', async () => {
    expect(await answerOf(`wx.setStorage({ key: 'a', data: 'x'.repeat(1 << 20) })`)).toMatch(
      'entry size limit',
    )
  })
})

describe('dialogs', () => {
  it('waits for the person, and takes the words on the button', async () => {
    const app = await launchAsking(
      `wx.showModal({ title: '撤回', content: '确定撤回吗', confirmText: '撤回', editable: true })`,
    )
    await app.tap('做')
    expect(await app.waitForDialog()).toMatchObject({ title: '撤回', choices: ['撤回', '取消'] })
    await expect(app.answerModal('好')).rejects.toThrow('offers 撤回 / 取消, not "好"')
    await app.answerModal(true, '写错了')
    await app.waitFor(() => app.text('#answer').includes('"confirm":true,"cancel":false,"content":"写错了"'))
    app.close()
  })

  it('cancels a sheet as a failure', async () => {
    const app = await launchAsking(`wx.showActionSheet({ itemList: ['拍照', '相册'] })`)
    await app.tap('做')
    await app.answerModal('相册')
    await app.waitFor(() => app.text('#answer').includes('"tapIndex":1'))
    await app.tap('做')
    await app.answerModal(false)
    await app.waitFor(() => app.text('#answer') === 'fail showActionSheet:fail cancel')
    app.close()
  })
})

describe('privacy', () => {
  const OWN_DIALOG = {
    pages: {
      a: {
        wxml: `<view bindtap="go">选照片</view><view id="answer">{{answer}}</view>
          <view wx:if="{{asked}}"><button id="yes" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree">同意</button>
          <view bindtap="refuse">不同意</view><view bindtap="cheat">偷偷同意</view></view>`,
        js: `{
          data: { asked: false, answer: '' },
          onLoad() { wx.onNeedPrivacyAuthorization((resolve) => { this.resolve = resolve; this.setData({ asked: true }) }) },
          agree() { this.resolve({ event: 'agree', buttonId: 'yes' }) },
          refuse() { this.resolve({ event: 'disagree' }) },
          cheat() { this.resolve({ event: 'agree', buttonId: 'yes' }) },
          go() { wx.chooseMedia({ success: ({ tempFiles }) => this.setData({ answer: tempFiles.length + ' ' + tempFiles[0].width }),
            fail: ({ errMsg }) => this.setData({ answer: errMsg }) }) },
        }`,
      },
    },
  }

  it('asks in the words of the app once, and remembers the consent on the phone', async () => {
    const phone = newPhone()
    const app = await launchFixture(OWN_DIALOG, { phone, answers: { media: [PHOTO, PHOTO] } })
    await app.tap('选照片')
    await app.idle()
    await app.tap('同意')
    await app.waitFor(() => app.text('#answer') === '2 4')
    app.close()
    expect(phone.privacyAgreed).toBe(true)
  })

  it('lets a refusal fail the call and nothing else', async () => {
    const app = await launchFixture(OWN_DIALOG, { answers: { media: [PHOTO] } })
    await app.tap('选照片')
    await app.tap('不同意')
    await app.waitFor(() => app.text('#answer') === 'chooseMedia:fail privacy permission is not authorized')
    app.close()
  })

  it('reports an app that agrees for the person', async () => {
    const app = await launchFixture(OWN_DIALOG, {
      answers: { media: [PHOTO] },
      expectErrors: ['agreed for the person'],
    })
    await app.tap('选照片')
    await app.tap('偷偷同意')
    await app.idle()
    app.close()
  })

  it('shows the dialog of the platform where the app has none, and insists on an answer', async () => {
    expect(await answerOf('wx.chooseMedia()', { answers: { privacy: 'agree', media: [PHOTO] } })).toMatch(
      'ok',
    )
    expect(await answerOf('wx.chooseMedia()', { answers: { privacy: 'refuse' } })).toMatch(
      'privacy permission',
    )
    await expect(answerOf('wx.chooseMedia()')).rejects.toThrow('the test gave no answer (answers.privacy)')
  })
})

describe('what the phone is asked for', () => {
  const AGREED = { ...newPhone(), privacyAgreed: true }
  const DECLARED = {
    requiredPrivateInfos: ['chooseLocation', 'getLocation'],
    permission: { 'scope.userLocation': { desc: '定位' } },
  }
  const PLACE = { name: '柳河桥', address: '柳河镇', latitude: 34.1, longitude: 114.2 }
  const phone = () => ({ ...AGREED, scopes: {} })

  it('insists that location functions are declared', async () => {
    const call = answerOf('wx.chooseLocation()', { phone: phone(), answers: { location: PLACE } })
    await expect(call).rejects.toThrow('wx.chooseLocation is not listed in requiredPrivateInfos')
    await expect(
      answerOf(
        'wx.getLocation()',
        { phone: phone(), answers: { location: PLACE } },
        { requiredPrivateInfos: ['getLocation'] },
      ),
    ).rejects.toThrow('gives no reason for it')
  })

  it('chooses a place, closes the map, or refuses for good', async () => {
    const ask = (answers: LaunchOptions['answers'], on = phone()) =>
      answerOf('wx.chooseLocation()', { phone: on, answers }, DECLARED)
    expect(await ask({ location: PLACE })).toContain('"name":"柳河桥"')
    expect(await ask({ location: 'cancel' })).toBe('fail chooseLocation:fail cancel')
    const refused = phone()
    expect(await ask({ location: 'deny' }, refused)).toBe('fail chooseLocation:fail auth deny')
    expect(await ask({ location: PLACE }, refused)).toBe('fail chooseLocation:fail auth deny')
  })

  it('gives no more photos than were asked for, and none of a refused album', async () => {
    const answers = { media: [PHOTO, PHOTO, PHOTO] }
    expect(
      (await answerOf('wx.chooseMedia({ count: 2 })', { phone: phone(), answers })).match(/wxfile/g),
    ).toHaveLength(2)
    expect(await answerOf('wx.chooseMedia()', { phone: phone(), answers: { media: 'cancel' } })).toBe(
      'fail chooseMedia:fail cancel',
    )
  })

  it('asks for news only on a tap, at most three at a time', async () => {
    const ask = (ids: string[], answers: LaunchOptions['answers']) =>
      answerOf(`wx.requestSubscribeMessage({ tmplIds: ${JSON.stringify(ids)} })`, { answers })
    expect(await ask(['a', 'b'], { subscribe: { a: 'accept' } })).toContain('"a":"accept","b":"reject"')
    await expect(ask(['a', 'b', 'c', 'd'], { subscribe: 'accept' })).rejects.toThrow('at most 3')
    const app = await launchPage(
      { js: `{ onLoad() { wx.requestSubscribeMessage({ tmplIds: ['a'], fail() {} }) } }` },
      { expectErrors: ['was not called on a tap'] },
    )
    await app.idle()
    app.close()
  })

  it('hands over the phone number by a button, or not', async () => {
    const page = {
      wxml: '<button open-type="getPhoneNumber" bindgetphonenumber="eh">手机号</button><view id="answer">{{answer}}</view>',
      js: `{ eh({ detail }) { this.setData({ answer: detail.errMsg + ' ' + detail.code }) } }`,
    }
    const app = await launchPage(page, {
      phone: phone(),
      answers: { phoneNumber: 'allow' },
      bridge: { ...NO_CLOUD, phoneCode: () => 'code-1' },
    })
    await app.tap('手机号')
    await app.waitFor(() => app.text('#answer') === 'getPhoneNumber:ok code-1')
    app.answer({ phoneNumber: 'deny' })
    await app.tap('手机号')
    await app.waitFor(() => app.text('#answer') === 'getPhoneNumber:fail user deny undefined')
    app.close()
  })

  it('records a voice note', async () => {
    const app = await launchPage(
      {
        wxml: '<view bindtap="start">录音</view><view bindtap="stop">停</view><view id="answer">{{answer}}</view>',
        js: `{ onLoad() { const recorder = this.recorder = wx.getRecorderManager()
            recorder.onStart(() => this.setData({ answer: '在录' }))
            recorder.onStop(({ duration }) => this.setData({ answer: String(duration) })) },
          start() { this.recorder.start({ duration: 60000 }) }, stop() { this.recorder.stop() } }`,
      },
      { phone: phone(), answers: { voice: { name: 'v.mp3', bytes: PHOTO.bytes, duration: 4200 } } },
    )
    await app.tap('录音')
    await app.waitForText('在录')
    await app.tap('停')
    await app.waitForText('4200')
    app.close()
  })
})

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

describe('files', () => {
  it('moves a saved file to where the next launch finds it', async () => {
    const phone = { ...newPhone(), privacyAgreed: true }
    const saved = await answerOf(
      `wx.chooseMedia().then(({ tempFiles }) => new Promise((resolve) => wx.getFileSystemManager().saveFile({
        tempFilePath: tempFiles[0].tempFilePath, success: ({ savedFilePath }) => {
          try { wx.getFileSystemManager().readFileSync(tempFiles[0].tempFilePath) } catch (error) { resolve([savedFilePath, 'gone']) }
        } })))`,
      { phone, answers: { media: [PHOTO] } },
    )
    const [path] = JSON.parse(saved.slice(3)) as string[]
    expect(saved).toContain('gone')
    expect(await answerOf(`wx.getFileSystemManager().readFileSync('${path}').byteLength`, { phone })).toBe(
      `ok ${PHOTO.bytes.length}`,
    )
  })

  it('writes and reads text', async () => {
    const call = `(wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/a.txt', '你好'), wx.getFileSystemManager().readFileSync('wxfile://usr/a.txt', 'utf8'))`
    expect(await answerOf(call)).toBe('ok "你好"')
    expect(await answerOf(`wx.getFileSystemManager().readFileSync('wxfile://usr/b.txt')`)).toMatch(
      'fail no such file',
    )
  })
})
