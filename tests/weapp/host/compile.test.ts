import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { compile, CompileError } from './compile/compile'
import { removeFixtures, writeFixture, type Fixture } from './fixture'

afterAll(removeFixtures)

function problemsOf(fixture: Fixture): string[] {
  try {
    compile(writeFixture(fixture))
    return []
  } catch (error) {
    if (error instanceof CompileError) return error.problems
    throw error
  }
}

const PART = { 'part.js': 'Component({})', 'part.json': '{"component":true}', 'part.wxml': '<view/>' }

describe('a package that compiles', () => {
  it('gives pages of all packages, scripts, styles and built-in attributes', () => {
    const dist = writeFixture({
      pages: {
        a: { wxml: '<view hover-class="x"><part/></view>', json: { usingComponents: { part: '/part' } } },
      },
      app: { subPackages: [{ root: 'sub/', pages: ['b'] }] },
      files: {
        ...PART,
        'sub/b.js': 'Page({})',
        'sub/b.json': '{}',
        'sub/b.wxml': '<import src="../t.wxml"/><template is="t"/><wxs module="m" src="./m.wxs"/>{{m.f(1)}}',
        'sub/m.wxs': 'module.exports = { f: function (n) { return n } }',
        't.wxml': '<template name="t"><text>一</text></template>',
        'app.wxss': '@import "base.wxss"; page { width: 750rpx } view > .x { margin: -1.5rpx }',
        'base.wxss': '.hide { display: none }',
      },
    })
    const program = compile(dist)
    expect(program.pages).toEqual(['a', 'sub/b'])
    expect(program.styles.app.replace(/\s+/g, ' ')).toBe(
      '.hide { display: none }.wx-page { width: calc(var(--rpx) * 750) } wx-view > .x { margin: calc(var(--rpx) * -1.5) }',
    )
    expect(program.attributes.view).toEqual(['hover-class'])
    expect(program.displayRules.app).toEqual([{ selector: '.hide', media: '', visible: false }])
    expect(program.apiNames).toEqual(
      expect.arrayContaining(['chooseMedia', 'saveFile', 'onNeedPrivacyAuthorization']),
    )
  })

  it('knows the tags of an imported template by the page that imports it', () => {
    const files = { ...PART, 't.wxml': '<template name="t"><part/></template>' }
    const page = { wxml: '<import src="t.wxml"/><template is="t"/>' }
    expect(
      problemsOf({ pages: { a: { ...page, json: { usingComponents: { part: './part' } } } }, files }),
    ).toEqual([])
    expect(problemsOf({ pages: { a: page }, files })).toEqual([
      'a.wxml uses <part>, which a.json does not declare in usingComponents',
    ])
  })
})

describe('a package that does not', () => {
  it.each<[string, Fixture, RegExp]>([
    ['an unbalanced tag', { pages: { a: { wxml: '<view><text></view>' } } }, /^a\.wxml:1: /],
    ['a broken expression', { pages: { a: { wxml: '<view>{{a..b}}</view>' } } }, /^a\.wxml:1: /],
    [
      'a broken wxs',
      { pages: { a: { wxml: '<wxs src="m.wxs" module="m"/>' } }, files: { 'm.wxs': 'module.exports = {' } },
      /^m\.wxs: /,
    ],
    [
      'a wxs that is not there',
      { pages: { a: { wxml: '<wxs src="m.wxs" module="m"/>' } } },
      /^m\.wxs is missing/,
    ],
    [
      'an import that is not there',
      { pages: { a: { wxml: '<import src="../t.wxml"/>' } } },
      /^t\.wxml is missing \(a\.wxml imports it\)/,
    ],
    [
      'a listed page that is not there',
      { pages: { a: {} }, app: { pages: ['a', 'b'] } },
      /^b\.(js|json|wxml) is missing \(app\.json lists/,
    ],
    [
      'a component that is not there',
      { pages: { a: { json: { usingComponents: { x: './x' } } } } },
      /^x\.js is missing \(a\.json uses it as <x>/,
    ],
    ['broken json', { pages: { a: {} }, files: { 'a.json': '{' } }, /^a\.json: /],
    [
      'a script that is required and not there',
      { pages: { a: {} }, files: { 'app.js': 'require("./gone"); App({})' } },
      /^gone\.js is missing \(app\.js requires it/,
    ],
    [
      'a style that is imported and not there',
      { pages: { a: {} }, files: { 'app.wxss': '@import "gone.wxss";' } },
      /@import "gone\.wxss" is not in the package/,
    ],
    [
      'a tab without its icon',
      {
        pages: { a: {}, b: {} },
        app: {
          tabBar: {
            list: [
              { pagePath: 'a', text: '甲', iconPath: 'i.png' },
              { pagePath: 'b', text: '乙' },
            ],
          },
        },
      },
      /^i\.png is missing \(icon of the tab 甲/,
    ],
    [
      'a tab that opens no page',
      {
        pages: { a: {} },
        app: {
          tabBar: {
            list: [
              { pagePath: 'a', text: '甲' },
              { pagePath: 'z', text: '乙' },
            ],
          },
        },
      },
      /the tab 乙 opens z/,
    ],
    [
      'a preload of no subpackage',
      { pages: { a: {} }, app: { preloadRule: { a: { packages: ['x'] } } } },
      /names x, which is no subpackage/,
    ],
  ])('reports %s', (_what, fixture, complaint) => {
    expect(problemsOf(fixture)).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]))
  })

  it('reports a tab icon above 40 KB', () => {
    const dist = writeFixture({
      pages: { a: {}, b: {} },
      app: {
        tabBar: {
          list: [
            { pagePath: 'a', text: '甲', iconPath: 'i.png' },
            { pagePath: 'b', text: '乙' },
          ],
        },
      },
    })
    writeFileSync(path.join(dist, 'i.png'), new Uint8Array(41 * 1024))
    expect(() => compile(dist)).toThrow('i.png has 41984 bytes')
  })

  it('forgives only the attribute that Taro leaves on <block>', () => {
    expect(problemsOf({ pages: { a: { wxml: '<block id="x"><view/></block>' } } })).toEqual([])
    expect(problemsOf({ pages: { a: { wxml: '<view wx:elif="{{a}}"/>' } } })).not.toEqual([])
  })
})
