import type { OutputCopy } from './host/output'
import type { AppConfig, FileConfig } from './host'

/** One way to break a built mini-program, and what the host must say about it. */
export interface Breakage {
  name: string
  how(output: OutputCopy): void
  complaint: RegExp
}

/** Wraps what the page's script gives to `Page(…)`, so that showing the page also runs `statement`. */
const whenShown = (statement: string) => (script: string) =>
  script.replace(/\bPage\((\w+)\)(?![\s\S]*\bPage\()/, (_, options: string) => {
    const before = `var before=${options}.onShow`
    return `(function(){${before};${options}.onShow=function(){${statement};return before&&before.apply(this,arguments)}})(),Page(${options})`
  })

const after = (statement: string) => (script: string) => `${script};${statement}`

/** Ways in which the output of `taro build --type weapp` has been, or could be, wrong. */
export const BREAKAGES: Breakage[] = [
  {
    name: 'the script of a page is missing',
    how: (output) => output.remove(`${output.firstPage()}.js`),
    complaint: /\.js is missing \(app\.json lists the page/,
  },
  {
    name: 'the json of a page is missing',
    how: (output) => output.remove(`${output.firstPage()}.json`),
    complaint: /\.json is missing \(app\.json lists the page/,
  },
  {
    name: 'the wxml of a page is missing',
    how: (output) => output.remove(`${output.firstPage()}.wxml`),
    complaint: /\.wxml is missing \(app\.json lists the page/,
  },
  {
    name: 'app.json lists a page that was not built',
    how: (output) => output.editJson<AppConfig>('app.json', ({ pages }) => pages.push('pages/ghost/index')),
    complaint: /pages\/ghost\/index\.js is missing/,
  },
  {
    name: 'a file of a subpackage was left out',
    how: (output) => output.remove(`${output.subpackagePage()}.js`),
    complaint: /\.js is missing \(app\.json lists the page/,
  },
  {
    name: 'a component is not declared',
    how: (output) =>
      output.editJson<FileConfig>(
        `${output.firstPage()}.json`,
        (config) => delete config.usingComponents?.comp,
      ),
    complaint: /uses <comp>, which .+ does not declare/,
  },
  {
    name: 'the script of a component is missing',
    how: (output) => output.remove('comp.js'),
    complaint: /comp\.js is missing/,
  },
  {
    name: 'a wxs file does not parse',
    how: (output) => output.edit('utils.wxs', (text) => text.slice(0, -2)),
    complaint: /utils\.wxs: /,
  },
  {
    name: 'a wxs function gives wrong names',
    how: (output) => output.edit('utils.wxs', (text) => text.replace("return 'tmpl_'", "return 'tmplx_'")),
    complaint: /there is no template "tmplx_/,
  },
  {
    name: 'a tag is not closed',
    how: (output) => output.edit('base.wxml', (text) => text.replace('</button>', '</buton>')),
    complaint: /base\.wxml:\d+: /,
  },
  {
    name: 'a page imports from a wrong path',
    how: (output) =>
      output.edit(`${output.firstPage()}.wxml`, (text) => text.replace('base.wxml', 'bas.wxml')),
    complaint: /bas\.wxml is missing/,
  },
  {
    name: 'the template of text is dropped',
    how: (output) =>
      output.edit('base.wxml', (text) =>
        text.replace(/name="(tmpl_0_\d+)"(?=>\s*<block[^>]*>\{\{i\.v\}\})/, 'name="dropped"'),
      ),
    complaint: /there is no template "tmpl_0_/,
  },
  {
    name: 'the shared templates are empty',
    how: (output) =>
      output.edit('base.wxml', (text) => text.replaceAll(/name="taro_tmpl"/g, 'name="taro_tmp"')),
    complaint: /there is no template "taro_tmpl"/,
  },
  {
    name: 'templates name a handler that no page has',
    how: (output) => output.edit('base.wxml', (text) => text.replaceAll('bindtap="eh"', 'bindtap="handle"')),
    complaint: /does not have a method "handle"/,
  },
  {
    name: 'templates bind no tap',
    how: (output) => output.edit('base.wxml', (text) => text.replaceAll('bindtap="eh"', '')),
    complaint: /nothing .* can be tapped/,
  },
  {
    name: 'app.js uses the storage of a browser',
    how: (output) => output.edit('app.js', after('localStorage.getItem("token")')),
    complaint: /app\.js: TypeError.*getItem/,
  },
  {
    name: 'a page uses the document of a browser',
    how: (output) => output.edit(`${output.firstPage()}.js`, whenShown('document.title="民声"')),
    complaint: /onShow: TypeError/,
  },
  {
    name: 'a page fetches over HTTP as H5 does',
    how: (output) => output.edit(`${output.firstPage()}.js`, whenShown('fetch("/api/people")')),
    complaint: /onShow: \w+Error: fetch is not (defined|a function)/,
  },
  {
    name: 'a library evaluates text',
    how: (output) => output.edit('app.js', after('new Function("return 1")()')),
    complaint: /new Function\(\) is not available/,
  },
  {
    name: 'the runtime of Taro is missing',
    how: (output) => output.remove('taro.js'),
    complaint: /taro\.js is missing \(app\.js requires it\)/,
  },
  {
    name: 'something writes an error to the console',
    how: (output) => output.edit('app.js', after('console.error("boom")')),
    complaint: /console\.error: boom/,
  },
  {
    name: 'an error is thrown later',
    how: (output) => output.edit('app.js', after('setTimeout(function(){throw new Error("boom")})')),
    complaint: /uncaught: Error: boom/,
  },
  {
    name: 'a promise is rejected and nobody cares',
    how: (output) => output.edit('app.js', after('Promise.reject(new Error("boom"))')),
    complaint: /unhandled rejection: Error: boom/,
  },
  {
    name: 'setData is given a function',
    how: (output) => output.edit(`${output.firstPage()}.js`, whenShown('this.setData({late:function(){}})')),
    complaint: /"late" is a function/,
  },
  {
    name: 'setData is given undefined',
    how: (output) => output.edit(`${output.firstPage()}.js`, whenShown('this.setData({late:void 0})')),
    complaint: /Setting data field "late" to undefined/,
  },
  {
    name: 'an API is called that the host does not know',
    how: (output) => output.edit('app.js', after('wx.startBeaconDiscovery({uuids:[]})')),
    complaint: /wx\.startBeaconDiscovery is not implemented/,
  },
  {
    name: 'a style sheet imports one that is not there',
    how: (output) => output.edit('app.wxss', (text) => `@import "gone.wxss";${text}`),
    complaint: /@import "gone\.wxss" is not in the package/,
  },
  {
    name: 'the icon of a tab is missing',
    how: (output) => output.remove(output.app().tabBar?.list[0].iconPath ?? ''),
    complaint: /is missing \(icon of the tab/,
  },
]
