import { launchPage, removeFixtures } from './fixture'
import { launchListening } from './listening'

afterAll(removeFixtures)

describe('fields', () => {
  it('types with focus, input and blur', async () => {
    const { app, log } = await launchListening('<input id="i" bindfocus="eh" bindinput="eh" bindblur="eh"/>')
    await app.input('#i', '漏水')
    expect(log()).toBe(
      'focus {"value":"","height":0} input {"value":"漏水","cursor":2,"keyCode":0} blur {"value":"漏水","cursor":2}',
    )
    app.close()
  })

  it('cuts off at 140 characters, at maxlength, or nowhere', async () => {
    const { app } = await launchListening(
      '<input id="a"/><textarea id="b" maxlength="5"/><input id="c" maxlength="-1"/>',
    )
    for (const field of ['#a', '#b', '#c']) await app.input(field, '字'.repeat(200))
    expect(['#a', '#b', '#c'].map((field) => app.value(field).length)).toEqual([140, 5, 200])
    app.close()
  })

  it('shows an old value that is set again after typing, as the phone does', async () => {
    const app = await launchPage({
      wxml: '<input id="i" value="{{v}}" bindinput="reset"/>',
      js: `{ data: { v: '' }, reset() { this.setData({ v: '' }) } }`,
    })
    await app.input('#i', '不要')
    expect(app.value('#i')).toBe('')
    app.close()
  })

  it('refuses what the person cannot do: a disabled field, keys that are not there', async () => {
    const { app } = await launchListening(
      '<input id="a" disabled/><input id="b" type="number"/><input id="c" type="digit"/>',
    )
    await expect(app.input('#a', '1')).rejects.toThrow('#a is disabled')
    await expect(app.input('#b', '12a')).rejects.toThrow('number keyboard')
    await app.input('#c', '1.5')
    app.close()
  })

  it('confirms, and tells a textarea how many lines it has', async () => {
    const { app, log } = await launchListening(
      '<textarea id="t" auto-height bindlinechange="eh" bindconfirm="eh"/>',
    )
    await app.input('#t', '一\n二')
    await app.confirm('#t')
    expect(log()).toBe('linechange {"height":40,"heightRpx":80,"lineCount":2} confirm {"value":"一\\n二"}')
    app.close()
  })

  it('is found by its placeholder or label', async () => {
    const { app } = await launchListening('<input placeholder="请描述"/><input aria-label="电话"/>')
    await app.input('请描述', '一')
    await app.input('电话', '二')
    expect([app.value('请描述'), app.value('电话')]).toEqual(['一', '二'])
    app.close()
  })
})

describe('choices', () => {
  it('toggles a switch and a checkbox, also by the label, and once only', async () => {
    const { app, log } = await launchListening(
      `<switch id="s" bindchange="eh"/><checkbox-group bindchange="eh">
        <label id="l"><checkbox id="c" value="a"/>同意</label><checkbox value="b" checked/></checkbox-group>`,
    )
    await app.tap('#s')
    await app.tap('同意')
    await app.tap('#c')
    expect(log()).toBe('change {"value":true} change {"value":["a","b"]} change {"value":["b"]}')
    app.close()
  })

  it('lets one radio of a group be chosen, and says nothing when it is already', async () => {
    const { app, log } = await launchListening(
      '<radio-group bindchange="eh"><radio id="a" value="a" checked/><radio id="b" value="b"/></radio-group>',
    )
    await app.tap('#a')
    await app.tap('#b')
    expect(log()).toBe('change {"value":"b"}')
    expect(app.attribute('#a', 'aria-checked')).toBe('false')
    app.close()
  })

  it('slides in steps only', async () => {
    const { app, log } = await launchListening('<slider id="s" min="0" max="10" step="5" bindchange="eh"/>')
    await expect(app.slide('#s', 3)).rejects.toThrow('in steps of 5')
    await app.slide('#s', 5)
    expect(log()).toBe('change {"value":5}')
    app.close()
  })

  it('hands over the values of a form, and resets it', async () => {
    const { app, log } = await launchListening(
      `<form bindsubmit="eh" bindreset="eh"><input name="words" value="先"/><switch name="secret"/>
        <radio-group name="kind"><radio value="x" checked/></radio-group><picker name="at" mode="time" value="10:00"/>
        <button form-type="submit" bindtap="eh">提交</button><button form-type="reset">重填</button></form>`,
    )
    await app.input('wx-input', '后')
    await app.tap('提交')
    expect(log()).toBe(
      'tap {"x":10,"y":10} submit {"value":{"words":"后","secret":false,"kind":"x","at":"10:00"},"formId":"the formId is a mock one"}',
    )
    await app.tap('重填')
    expect(app.value('wx-input')).toBe('先')
    app.close()
  })
})

describe('pickers', () => {
  it('chooses by words or index, also of objects', async () => {
    const { app, log } = await launchListening(
      `<picker id="a" range="{{kinds}}" bindchange="eh"><view>类型</view></picker>
       <picker id="b" range="{{towns}}" range-key="name" bindchange="eh" bindcancel="eh"><view>乡镇</view></picker>`,
      { kinds: ['水', '电'], towns: [{ name: '城关镇' }, { name: '柳河镇' }] },
    )
    await app.pick('类型', '电')
    await app.pick('乡镇', 1)
    await app.pick('乡镇', '柳河镇')
    await app.pick('#b', null)
    expect(log()).toBe('change {"value":1} change {"value":1} change {"value":1} cancel {}')
    await expect(app.pick('#a', '气')).rejects.toThrow('offers 水 / 电, not "气"')
    app.close()
  })

  it('keeps dates and times between start and end', async () => {
    const { app, log } = await launchListening(
      '<picker id="d" mode="date" start="2026-01-01" end="2026-12-31" bindchange="eh"/><picker id="t" mode="time" bindchange="eh"/>',
    )
    await expect(app.pick('#d', '2027-01-01')).rejects.toThrow('from 2026-01-01 to 2026-12-31')
    await expect(app.pick('#d', '3月')).rejects.toThrow('not to "3月"')
    await app.pick('#d', '2026-03-04')
    await app.pick('#t', '09:30')
    expect(log()).toBe('change {"value":"2026-03-04"} change {"value":"09:30"}')
    app.close()
  })

  it('turns the columns one after the other', async () => {
    const { app, log } = await launchListening(
      '<picker id="m" mode="multiSelector" range="{{r}}" value="{{[0, 0]}}" bindcolumnchange="eh" bindchange="eh"/>',
      {
        r: [
          ['甲', '乙'],
          ['一', '二'],
        ],
      },
    )
    await app.pick('#m', ['乙', '二'])
    expect(log()).toBe(
      'columnchange {"column":0,"value":1} columnchange {"column":1,"value":1} change {"value":[1,1]}',
    )
    app.close()
  })
})
