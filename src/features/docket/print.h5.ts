import { useEffect } from 'react'

/** The browser's twin of print.ts. */
export const printPage: (() => void) | undefined = () => window.print()

/**
 * Taro keeps every page in a box that scrolls, of which paper would show the first screen only; and other open pages
 * lie below. On paper the last page alone flows, on white, without its bars.
 */
const PAPER = `
@page { size: A4; margin: 18mm 16mm }
@media print {
  html, body, #app, .taro_router, .taro_page { position: static !important; height: auto !important;
    min-height: 0 !important; overflow: visible !important; transform: none !important; background: #fff !important }
  .taro_page:not(:last-of-type), .taro-tabbar__tabbar, [data-paper='no'] { display: none !important }
  .theme { background: #fff !important }
}`

export function usePaper(): void {
  useEffect(() => {
    const style = document.createElement('style')
    style.textContent = PAPER
    document.head.append(style)
    return () => style.remove()
  }, [])
}
