import { useRef } from 'react'
import { document, type TaroRootElement } from '@tarojs/runtime'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'

/** Pages that sleep, by their root. Outside the component: the one that put a page to sleep may not be there to wake it. */
const asleep = new WeakMap<TaroRootElement, TaroRootElement['ctx']>()

/**
 * Nothing crosses to the view of a page that nobody sees: answers that arrive late, the network, elder mode. What has
 * changed meanwhile is sent at once when the page is shown again. Taro's root sends only while it knows the page
 * (`ctx`) and otherwise collects, as it does between two renders. Only in the mini-program.
 */
export function useQuietWhileHidden(): void {
  const path = useRef(Taro.getCurrentInstance().router?.$taroPath ?? '')
  const findRoot = () => document.getElementById(path.current) as unknown as TaroRootElement | null

  useDidHide(() => {
    const root = findRoot()
    if (!root?.ctx) return
    asleep.set(root, root.ctx)
    root.ctx = null
  })
  useDidShow(() => {
    const root = findRoot()
    const page = root && asleep.get(root)
    if (!page) return
    asleep.delete(root)
    root.ctx = page
    root.performUpdate()
  })
}
