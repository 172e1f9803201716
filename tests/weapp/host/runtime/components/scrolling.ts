import type { BuiltIn, Control } from './control'

/** Boxes whose content moves: scroll-view and swiper. There is no layout in jsdom, so a test says how far. */
export const scrollView: BuiltIn = {
  properties: ['scrollX', 'scrollY', 'scrollTop', 'scrollIntoView', 'refresherEnabled', 'refresherTriggered'],
  changed: {
    scrollX: (control) => {
      control.element.style.overflowX = control.flag('scrollX') ? 'auto' : ''
    },
    scrollY: (control) => {
      control.element.style.overflowY = control.flag('scrollY') ? 'auto' : ''
    },
    scrollTop: (control) => {
      control.element.scrollTop = control.number('scrollTop', 0)
    },
  },
}

export function scroll(control: Control, top: number): void {
  const before = control.element.scrollTop
  control.element.scrollTop = top
  control.emit('scroll', {
    scrollTop: top,
    scrollLeft: 0,
    scrollHeight: control.element.scrollHeight,
    scrollWidth: control.element.scrollWidth,
    deltaX: 0,
    deltaY: before - top,
  })
}

export function scrollToEnd(control: Control): void {
  control.emit('scrolltolower', { direction: 'bottom' })
}

/** Pulls the content down until the box begins to refresh. */
export function pullToRefresh(control: Control): void {
  if (!control.flag('refresherEnabled')) throw new Error('this scroll-view has no refresher')
  control.set('refresherTriggered', true)
  control.emit('refresherrefresh', { dy: 45 })
}

export const swiper: BuiltIn = { properties: ['current', 'circular'] }

/** Wipes to another slide. */
export function swipeTo(control: Control, current: number): void {
  const slides = control.inside('swiper-item').length
  if (current < 0 || current >= slides) throw new Error(`the swiper has ${slides} slides, none is ${current}`)
  control.set('current', current)
  const currentItemId = control.inside('swiper-item')[current]?.text('itemId') ?? ''
  control.emit('change', { current, currentItemId, source: 'touch' })
  control.emit('animationfinish', { current, currentItemId, source: 'touch' })
}
