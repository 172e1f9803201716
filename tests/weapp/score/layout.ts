/** Distances of the screen of a phone without a home button, in px. */
export const SAFE_BOTTOM = 34

export interface LayoutFaults {
  targets: string[]
  letters: string[]
  pictures: string[]
  overflow: string[]
  safeArea: string[]
}

/**
 * What only a real layout can tell about the page in front. Runs inside the browser, so it may use nothing of this file.
 * @param given px: the least height and width of what is tapped, the least size of letters, and the part of the screen
 * that is not to be tapped
 */
export function layoutFaults(given: { target: number; letters: number; safeBottom: number }): LayoutFaults {
  const page = document.querySelector('.wx-page:not([hidden])')!
  const faults: LayoutFaults = { targets: [], letters: [], pictures: [], overflow: [], safeArea: [] }
  const named = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 20)}`
  const boxOf = (element: Element) => element.getBoundingClientRect()

  if (page.scrollWidth > page.clientWidth + 1) {
    faults.overflow.push(`${page.scrollWidth} px wide, the window ${page.clientWidth}`)
  }
  const tapped =
    '[role=button],[role=link],[role=tab],[role=radio],[role=checkbox],[role=switch],wx-button,wx-input,wx-textarea'
  for (const element of page.querySelectorAll(tapped)) {
    const { width, height, bottom } = boxOf(element)
    if (width === 0 || height === 0) continue
    if (Math.min(width, height) < given.target - 0.5) {
      faults.targets.push(`${named(element)}: ${Math.round(width)} × ${Math.round(height)}`)
    }
    const bar = [...parents(element)].find((each) => /fixed|sticky/.test(getComputedStyle(each).position))
    const atFoot = bar && Math.abs(boxOf(bar).bottom - innerHeight) < 1
    if (atFoot && bottom > innerHeight - given.safeBottom + 0.5) faults.safeArea.push(named(element))
  }
  for (const element of page.querySelectorAll('*')) {
    const writes = [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent!.trim(),
    )
    if (!writes || boxOf(element).width === 0) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size < given.letters - 0.5) faults.letters.push(`${named(element)}: ${size}`)
  }
  for (const picture of page.querySelectorAll('wx-image')) {
    const image = picture.querySelector('img')
    const mode = picture.getAttribute('mode') ?? 'scaleToFill'
    if (!image?.naturalWidth || mode !== 'scaleToFill') continue
    const shown = boxOf(picture)
    const error = Math.abs(shown.width / shown.height / (image.naturalWidth / image.naturalHeight) - 1)
    if (error > 0.15)
      faults.pictures.push(`${image.src.slice(0, 60)} is ${Math.round(error * 100)} % out of shape`)
  }
  return faults

  function* parents(element: Element): Generator<Element> {
    for (let each = element.parentElement; each && each !== page; each = each.parentElement) yield each
  }
}
