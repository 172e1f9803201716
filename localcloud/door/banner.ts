/** The notice on every page of a demo: fixed on top, read out, in nobody's way. */
export const BANNER_TEXT = '演示环境，数据均为虚构'

const BANNER = [
  '<style>body{padding-top:24px!important;box-sizing:border-box}',
  '#demo-notice{position:fixed;top:0;left:0;right:0;z-index:2147483647;height:24px;pointer-events:none;',
  'background:#7a3b00;color:#fff;font:13px/24px sans-serif;text-align:center;letter-spacing:1px}</style>',
  `<div id="demo-notice" role="note">${BANNER_TEXT}</div>`,
].join('')

/** Puts the notice at the start of the page's body. */
export function withBanner(html: string): string {
  const body = /<body[^>]*>/i.exec(html)
  if (!body) throw new Error('a page without <body> cannot carry the demo notice')
  const end = body.index + body[0].length
  return html.slice(0, end) + BANNER + html.slice(end)
}
