import type { GeneralComponent } from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'
import type { Context } from './context'

/** WeChat refuses a single setData above this size. */
const LARGEST = 1024 * 1024

interface Caller {
  _$: GeneralComponent
}

type SetData = (this: Caller, data: Record<string, unknown>, callback?: () => void) => void

/**
 * Makes every setData of pages and components cross as it does on a phone: as JSON, measured, with the callback in
 * a later turn.
 * @param pageOf the page a component belongs to, and whether it is on the screen
 */
export function meterSetData(
  ctx: Context,
  pageOf: (root: GeneralComponent) => { route: string; shown: boolean } | undefined,
): void {
  const prototype = component.ComponentCaller.prototype as unknown as { setData: SetData }
  const apply = prototype.setData
  prototype.setData = function (this: Caller, data, callback) {
    const page = pageOf(rootOf(this._$))
    // A page that is gone takes no data: WeChat drops it silently.
    if (!page || ctx.closed) return
    const json = toJson(ctx, page.route, data)
    const bytes = new ctx.window.Blob([json]).size
    if (bytes > LARGEST) {
      ctx.journal.fail(`setData of ${bytes} bytes on ${page.route}: WeChat refuses more than ${LARGEST}`)
      return
    }
    const before = ctx.elapsed()
    apply.call(this, JSON.parse(json) as Record<string, unknown>)
    const at = ctx.elapsed()
    ctx.journal.setData.push({
      page: page.route,
      bytes,
      ms: at - before,
      at,
      hidden: !page.shown || ctx.inBackground,
    })
    if (callback) ctx.later(() => ctx.guard('setData callback', () => callback.call(this)))
  }
}

function rootOf(start: GeneralComponent): GeneralComponent {
  let root = start
  while (root.ownerShadowRoot) root = root.ownerShadowRoot.getHostNode()
  return root
}

/** JSON of what is set. Values that cannot cross to the view are reported with the name of their field. */
function toJson(ctx: Context, route: string, data: Record<string, unknown>): string {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    ctx.journal.fail(`setData on ${route} needs an object, got ${data === null ? 'null' : typeof data}`)
    return '{}'
  }
  for (const [field, value] of Object.entries(data)) {
    // Taro writes `a.[0].b` for `a[0].b`, which a phone understands; a name that ends in nothing it does not.
    if (field === '' || field.endsWith('.')) ctx.journal.fail(`setData on ${route}: "${field}" is no path`)
    if (value === undefined)
      ctx.journal.fail(`Setting data field "${field}" to undefined is invalid (${route})`)
  }
  return JSON.stringify(data, (field, value: unknown) => {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      ctx.journal.fail(`setData on ${route}: "${field}" is a ${typeof value}, which cannot cross to the view`)
      return undefined
    }
    return value
  })
}
