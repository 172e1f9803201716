import { startPhones, type Phones } from '../support/phones'
import { openScene, scenes, type Scene } from '../support/scenes'
import type { App } from '../host'
let phones: Phones
let all: Scene[]
beforeAll(async () => {
  phones = await startPhones({ history: true })
  all = await scenes(phones)
}, 120_000)
afterAll(() => phones.close())
const ROLES = ['button','link','radio','checkbox','switch','tab'].map((r)=>`[role="${r}"]`).join(',')
function ids(app: App, sel: string) {
  const page = app.window.document.querySelector('.wx-page:not([hidden])')!
  return [...page.querySelectorAll(sel)].map((e) => e.id)
}
it('x', async () => {
  const out: string[] = []
  for (const scene of all.filter((s) => s.state === 'filled')) {
    const app = await openScene(phones, scene)
    const s = app.stats()
    out.push(`${scene.name}: ${s.setData.map((x)=>x.bytes+(x.hidden?'h':''))} nodes ${s.page.nodes} depth ${s.page.depth} widest ${s.page.widest}`)
    for (const id of ids(app, 'wx-input,wx-textarea')) {
      app.forget()
      const el = app.window.document.getElementById(id)!
      await app.input('#'+id, el.tagName === 'WX-INPUT' ? '13812345678' : '测试文字')
      await app.idle()
      out.push(`   field ${el.getAttribute('aria-label')}: ${app.stats().setData.map((x)=>x.bytes)}`)
    }
    for (const id of ids(app, '[role="radio"],[role="checkbox"],[role="switch"]').slice(0, 12)) {
      app.forget()
      const el = app.window.document.getElementById(id)
      if (!el) continue
      await app.tap('#'+id)
      await app.idle()
      out.push(`   choice ${el.getAttribute('aria-label')}: ${app.stats().setData.map((x)=>x.bytes)}`)
    }
    app.close()
  }
  console.log(out.join('\n'))
}, 300000)
