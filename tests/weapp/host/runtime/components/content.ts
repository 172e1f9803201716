import type { Context } from '../context'
import { readable } from '../journal'
import { ApiFailure } from '../settle'
import type { Files } from '../wx/files'
import { imageSize } from '../wx/image-size'
import { picture } from '../wx/media'
import type { BuiltIn, Control } from './control'

/** A picture loads when there is something behind its address; a broken one is an error of the page. */
export function makeImage(ctx: Context, files: Files): BuiltIn {
  return {
    properties: ['src', 'mode', 'lazyLoad', 'showMenuByLongpress'],
    created(control) {
      control.inner = control.element.ownerDocument.createElement('img')
      control.element.appendChild(control.inner)
    },
    changed: {
      src: (control, value) => {
        if (value) ctx.later(() => void load(control, String(value)))
      },
      mode: (control, value) => control.element.setAttribute('mode', String(value ?? 'scaleToFill')),
    },
  }

  async function load(control: Control, src: string): Promise<void> {
    if (control.text('src') !== src) return
    ctx.journal.pictures.push(src)
    control.element.setAttribute('src', src)
    ctx.pending += 1
    try {
      const bytes = await picture(ctx, files, src)
      if (ctx.painted) (control.inner as HTMLImageElement).src = bytes ? dataUrl(ctx, bytes) : src
      const size = bytes && imageSize(bytes)
      control.emit('load', { width: size?.width ?? 1, height: size?.height ?? 1 })
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      // Without a network a picture stays empty; anything else is a wrong address.
      if (!ctx.offline) ctx.journal.fail(`<image> on the page: ${readable(error.message)}`)
      control.emit('error', { errMsg: error.message })
    } finally {
      ctx.pending -= 1
    }
  }
}

function dataUrl(ctx: Context, bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `data:image/${imageSize(bytes)?.type ?? 'png'};base64,${ctx.window.btoa(binary)}`
}

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
}

/** Text with a few tags in it, as a string or as a tree. */
export const richText: BuiltIn = {
  properties: ['nodes', 'space'],
  changed: {
    nodes(control, value) {
      control.element.replaceChildren()
      if (typeof value === 'string')
        control.element.innerHTML = value.replace(/<(script|style|iframe)[\s\S]*?<\/\1>/gi, '')
      else if (Array.isArray(value)) for (const node of value as RichNode[]) append(control.element, node)
    },
  },
}

function append(parent: Element, node: RichNode): void {
  if (node.type === 'text' || node.name === undefined) {
    parent.append(node.text ?? '')
    return
  }
  const element = parent.ownerDocument.createElement(node.name)
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (name === 'class' || name === 'style') element.setAttribute(name, String(value))
  }
  for (const child of node.children ?? []) append(element, child)
  parent.append(element)
}
