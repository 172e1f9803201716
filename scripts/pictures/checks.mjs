import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What must hold on every page: nothing overflows sideways, no text is cut off, targets are large enough,
 * no serious accessibility finding.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ minTarget: number }} look
 * @returns {Promise<string[]>} one line a finding; empty is good
 */
export async function findings(page, look) {
  return [...(await page.evaluate(layoutFindings, look.minTarget)), ...(await axeFindings(page))]
}

/** Runs inside the page: knows only the browser. */
function layoutFindings(minTarget) {
  const found = []
  const seen = (element) => {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && style.opacity !== '0'
  }
  const said = (element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24)
  const named = (element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${said(element)}`

  for (const box of [document.documentElement, ...document.querySelectorAll('.taro_page')]) {
    if (box.scrollWidth > box.clientWidth + 1)
      found.push(`overflows sideways: ${box.scrollWidth} > ${box.clientWidth}`)
  }
  for (const element of document.querySelectorAll('body *')) {
    if (!seen(element)) continue
    const style = getComputedStyle(element)
    const cuts = style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
    const meant = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent.trim() !== '',
    )
    if (cuts && !meant && hasText) found.push(`text is cut off: ${named(element)}`)
    const right = element.getBoundingClientRect().right
    if (
      hasText &&
      right > innerWidth + 1 &&
      !element.closest('[data-scroll-x], .taro-scroll-view__scroll-x')
    ) {
      found.push(`text leaves the screen: ${named(element)}`)
    }
  }
  const targets =
    '[role=button],[role=link],[role=tab],[role=radio],[role=checkbox],[role=switch],a[href],button,input,textarea'
  for (const element of document.querySelectorAll(targets)) {
    if (!seen(element) || element.closest('[aria-hidden=true]')) continue
    // An input is pressed through the field that frames it.
    const pressed = element.matches('input,textarea')
      ? (element.closest('[data-target]') ?? element.parentElement)
      : element
    const { width, height } = pressed.getBoundingClientRect()
    if (Math.min(width, height) < minTarget - 0.5) {
      found.push(
        `target is ${Math.round(width)}×${Math.round(height)}, less than ${minTarget}: ${named(pressed)}`,
      )
    }
  }
  return found
}

async function axeFindings(page) {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() =>
    globalThis.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'best-practice'],
    }),
  )
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length}×, ${nodes[0].html.slice(0, 120)})`)
}
