import { answerOf, PHOTO } from './asking'
import { launchFixture, launchPage, NO_CLOUD, removeFixtures } from './fixture'
import type { LaunchOptions } from './launch'
import { newPhone } from './runtime/context'

afterAll(removeFixtures)

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
