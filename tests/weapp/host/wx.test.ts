import { answerOf, launchAsking, PHOTO } from './asking'
import { launchPage, removeFixtures } from './fixture'
import { newPhone } from './runtime/context'

afterAll(removeFixtures)

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
    await expect(app.tap('做')).rejects.toThrow('a dialog covers the page: 撤回')
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
