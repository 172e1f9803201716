import type { Journal } from '../journal'
import type { Pages } from '../pages'
import type { SetDataRecord } from '../types'

/** What WeChat counts of a page. */
export interface PageStats {
  route: string
  /** Nodes of the WXML on the page now. */
  nodes: number
  /** How many nodes deep. */
  depth: number
  /** The most children of one node. */
  widest: number
  /** Bytes of the first setData, 0 when there was none. */
  firstSetData: number
  setData: SetDataRecord[]
}

export interface Stats {
  /** The page on the screen. */
  page: PageStats
  /** Every setData since launch or the last `forget()`. */
  setData: SetDataRecord[]
  /** Those that went to a page nobody saw. */
  hiddenSetData: SetDataRecord[]
  /** Addresses of the pictures shown. */
  pictures: string[]
}

export function readStats(journal: Journal, pages: Pages): Stats {
  const { route, mounted } = pages.current()
  const setData = journal.setData.filter((record) => record.page === route)
  return {
    page: { route, ...shape(mounted.element), firstSetData: setData[0]?.bytes ?? 0, setData },
    setData: [...journal.setData],
    hiddenSetData: journal.setData.filter(({ hidden }) => hidden),
    pictures: [...journal.pictures],
  }
}

/** Counts the elements that the engine made, not those that the host put inside its built-ins. */
function shape(page: Element): { nodes: number; depth: number; widest: number } {
  let [nodes, depth, widest] = [0, 0, 0]
  const visit = (element: Element, level: number) => {
    const children = [...element.children].filter((child) => '__wxElement' in child && child.__wxElement)
    nodes += children.length
    widest = Math.max(widest, children.length)
    if (children.length > 0) depth = Math.max(depth, level + 1)
    for (const child of children) visit(child, level + 1)
  }
  // The page's own host element is no node of its WXML.
  for (const root of page.children) visit(root, 0)
  return { nodes, depth, widest }
}
