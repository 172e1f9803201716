import { TaroNode } from '@tarojs/runtime'

/** The private part of Taro's nodes that sends lists to the view. */
interface List {
  childNodes: TaroNode[]
  /** Sends all children. */
  updateChildNodes(): void
  /** Sends the children from this one on. */
  updateSingleChild(index: number): void
}

/**
 * A node inserted near the end of a list: Taro sends it and those that move up. But it sends an island to itself, under
 * the path `i.`, and the list never learns where the island is now: on a phone it vanishes. With islands among them
 * the whole list is sent.
 */
export function keepIslands(): void {
  const list = TaroNode.prototype as unknown as List
  const sendFrom = list.updateSingleChild
  list.updateSingleChild = function (this: List, index) {
    const moved = this.childNodes.slice(index)
    if (moved.some(({ nodeName }) => nodeName === 'custom-wrapper')) this.updateChildNodes()
    else sendFrom.call(this, index)
  }
}
