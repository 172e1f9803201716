import type { ComponentSpace, GeneralComponent } from 'glass-easel'
import type { Context } from '../context'
import { openType, type ButtonDoors } from './button'
import { checkbox, checkboxGroup, radio, radioGroup, slider, switchControl } from './choices'
import { makeImage, richText } from './content'
import { Control, remember, type BuiltIn } from './control'
import { formAction, labelled } from './form'
import { input, textarea } from './input'
import { picker, pickerView } from './picker'
import { scrollView, swiper } from './scrolling'
import { BUILT_IN_TAGS } from './tags'

/** Properties that any built-in may have. */
const COMMON = ['hidden', 'name', 'value', 'disabled']

export interface BuiltInDoors extends ButtonDoors {
  navigate(openType: string, url: string, delta: number): void
}

/** What waits until the mini-program's own handlers of a tap have run, innermost first. */
export type DefaultActions = { control: Control; run(): void }[]

/** Declares every built-in tag to the engine, each as a component of its own, as on a phone. */
export function defineBuiltIns(
  ctx: Context,
  space: ComponentSpace,
  doors: BuiltInDoors,
  actions: DefaultActions,
): void {
  const builtIns = makeBuiltIns(ctx, doors)
  for (const tag of BUILT_IN_TAGS) {
    const builtIn = builtIns.get(tag) ?? {}
    const names = new Set([
      ...COMMON,
      ...(builtIn.properties ?? []),
      ...(ctx.program.attributes[tag] ?? []).map(camelCase),
    ])
    let definition = space.define(`wx-${tag}`)
    for (const name of names) {
      definition = definition.property(name, {
        type: null,
        observer(this: GeneralComponent, value: unknown) {
          changed(controlFor(ctx, tag, this, builtIn), name, value, builtIn)
        },
      }) as typeof definition
    }
    const component = definition
      .lifetime('created', function (this: GeneralComponent) {
        const control = controlFor(ctx, tag, this, builtIn)
        const { tapped } = builtIn
        if (!tapped) return
        this.addListener('tap', () => {
          // A tap on the box inside a label is already its own; the label would undo it.
          const own =
            tag === 'label' && actions.some((inner) => control.element.contains(inner.control.element))
          if (!own) actions.push({ control, run: () => tapped(control) })
        })
      })
      .registerComponent()
    space.setGlobalUsingComponent(tag, component.general())
  }
}

const made = new WeakMap<GeneralComponent, Control>()

function controlFor(ctx: Context, tag: string, component: GeneralComponent, builtIn: BuiltIn): Control {
  const known = made.get(component)
  if (known) return known
  const control = new Control(ctx, tag, component, builtIn)
  made.set(component, control)
  remember(control)
  builtIn.created?.(control)
  return control
}

function changed(control: Control, name: string, value: unknown, builtIn: BuiltIn): void {
  if (name === 'hidden') control.element.toggleAttribute('wx-hidden', control.flag('hidden'))
  if (name === 'disabled') control.element.toggleAttribute('disabled', control.flag('disabled'))
  if (name.startsWith('aria')) reflectAria(control.element, name, value)
  builtIn.changed?.[name]?.(control, value)
}

/** `ariaLabel` → `aria-label`, and `ariaRole` → `role`: what a screen reader would be told. */
function reflectAria(element: Element, name: string, value: unknown): void {
  const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`
  if (value === undefined || value === null || value === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, String(value))
}

function makeBuiltIns(ctx: Context, doors: BuiltInDoors): ReadonlyMap<string, BuiltIn> {
  const builtIns = new Map<string, BuiltIn>(
    Object.entries({
      input,
      textarea,
      switch: switchControl,
      checkbox,
      'checkbox-group': checkboxGroup,
      radio,
      'radio-group': radioGroup,
      slider,
      picker,
      'picker-view': pickerView,
      image: makeImage(ctx, doors.platform.files),
      'rich-text': richText,
      'scroll-view': scrollView,
      swiper,
      'swiper-item': { properties: ['itemId'] },
    } satisfies Record<string, BuiltIn>),
  )
  builtIns.set('label', { properties: ['for'], tapped: (label) => labelled(label, builtIns) })
  builtIns.set('navigator', {
    properties: ['url', 'openType', 'delta'],
    tapped: (link) =>
      doors.navigate(link.text('openType') || 'navigate', link.text('url'), link.number('delta', 1)),
  })
  builtIns.set('button', {
    properties: ['formType', 'openType', 'type', 'loading'],
    changed: { type: (button, value) => button.element.setAttribute('type', String(value ?? 'default')) },
    acts: (button) => button.text('formType') !== '' || button.text('openType') !== '',
    tapped(button) {
      const form = button.text('formType') ? button.around('form') : undefined
      if (form) formAction(form, button.text('formType'), builtIns)
      if (button.text('openType')) void openType(button, doors)
    },
  })
  return builtIns
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
