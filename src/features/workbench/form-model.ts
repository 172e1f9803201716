import type { TicketView } from '@core/contracts/ticket/views'
import type { StoredPhoto } from '@/features/photos'

/** Another matter, as far as a form has to show it. */
export interface ChosenTicket {
  id: string
  number: string
  title: string
}

/** One matter of several (R-T10): its words, and which of the ticket's photos belong to it. */
export interface Part {
  words: string
  photos: readonly string[]
}

/** A place on the map. */
export interface Point {
  latitude: number
  longitude: number
  name?: string
}

export type FieldValue =
  | string
  | boolean
  | readonly Part[]
  | readonly string[]
  | readonly StoredPhoto[]
  | ChosenTicket
  | Point
  | undefined
export type Values = Readonly<Record<string, FieldValue>>

type Condition = (values: Values, ticket: TicketView) => boolean

interface Common<N extends string> {
  name: N
  label: string
  /** Said under the label, where the label alone would leave somebody guessing. */
  hint?: string
  /** May be left empty; a condition where that depends on what else is filled in. */
  optional?: boolean | Condition
  /** Asked only when this holds; otherwise neither shown nor sent. */
  when?: Condition
  /** What the field starts with. */
  from?: (ticket: TicketView) => FieldValue
}

export type Field<N extends string = string> = Common<N> &
  (
    | {
        type: 'text'
        min: number
        max: number
        lines: number
        placeholder?: string
        /** What else is wrong with the words, said before they are sent. */
        check?(words: string, ticket: TicketView): string | undefined
      }
    /** `optionsOf` adds those that come from the ticket. */
    | {
        type: 'choice'
        options: Readonly<Record<string, string>>
        optionsOf?: (ticket: TicketView) => Readonly<Record<string, string>>
      }
    | { type: 'many'; options: Readonly<Record<string, string>>; max: number }
    | { type: 'flag'; yes: string; no: string }
    | { type: 'unit' | 'unitBelow' | 'colleague' | 'township' | 'leader' | 'category' | 'ticket' }
    | { type: 'units'; max: number }
    /** A day as YYYY-MM-DD, sent as its end of work. */
    | { type: 'day' }
    | { type: 'photos'; max: number }
    | { type: 'parts'; least: number; max: number; min: number; longest: number }
    /** Where the person is. */
    | { type: 'point' }
  )

/** How one command is asked for. */
export interface FormSpec<N extends string = string> {
  title: string
  /** Words on the button that sends it; also its name in the list of actions. */
  button: string
  /** What happens then, for whom. */
  consequence: string
  danger?: boolean
  /** Sent at one tap without a form; the form opens only if the cloud refuses and says why. */
  direct?: boolean | ((ticket: TicketView) => boolean)
  /** R-H4: what it writes may start from a standard reply. */
  standard?: boolean
  fields: readonly Field<N>[]
}

/** The fields this form asks for now, given what is filled in. */
export function shownFields(spec: FormSpec, values: Values, ticket: TicketView): Field[] {
  const asked = spec.fields.filter((field) => field.when?.(values, ticket) ?? true)
  return asked.map((field) =>
    field.type === 'choice' && field.optionsOf
      ? { ...field, options: { ...field.options, ...field.optionsOf(ticket) } }
      : field,
  )
}

/** What the form starts with. */
export function initialValues(spec: FormSpec, ticket: TicketView): Values {
  return Object.fromEntries(spec.fields.map((field) => [field.name, field.from?.(ticket) ?? empty(field)]))
}

function empty({ type }: Field): FieldValue {
  switch (type) {
    case 'text':
      return ''
    case 'many':
    case 'units':
    case 'photos':
    case 'parts':
      return []
    default:
      return undefined
  }
}

export function isOptional(field: Field, values: Values, ticket: TicketView): boolean {
  if (field.type === 'many' || field.type === 'units' || field.type === 'photos') {
    return field.optional === undefined ? true : holds(field.optional, values, ticket)
  }
  return field.optional === undefined ? false : holds(field.optional, values, ticket)
}

const holds = (condition: boolean | Condition, values: Values, ticket: TicketView) =>
  typeof condition === 'function' ? condition(values, ticket) : condition

/** Field name → what has to be mended before it can be sent. The cloud checks again and more. */
export function faults(spec: FormSpec, values: Values, ticket: TicketView): Record<string, string> {
  const found: Record<string, string> = {}
  for (const field of shownFields(spec, values, ticket)) {
    const fault = faultOf(field, values[field.name], isOptional(field, values, ticket), ticket)
    if (fault) found[field.name] = fault
  }
  return found
}

function faultOf(field: Field, value: FieldValue, optional: boolean, ticket: TicketView): string | undefined {
  if (isEmpty(value)) {
    if (optional) return undefined
    if (field.type === 'photos') return '请至少拍一张照片'
    if (field.type === 'point') return '请取所在位置'
    return field.type === 'text' ? `请填写${field.label}` : '请选一项'
  }
  if (field.type === 'text') {
    const { length } = (value as string).trim()
    if (length < field.min) return `${field.label}请至少写 ${field.min} 个字`
    if (length > field.max) return `${field.label}最多 ${field.max} 个字，现在 ${length} 个`
    return field.check?.(value as string, ticket)
  }
  if (field.type === 'photos' && (value as readonly StoredPhoto[]).some(({ photo }) => photo === undefined)) {
    return '还有照片没传完，请等一下；传不上的先去掉'
  }
  if (field.type === 'parts') {
    const { least, min, longest } = field
    const parts = value as readonly Part[]
    if (parts.length < least) return `至少要分成 ${least} 件`
    const at = parts.findIndex(({ words }) => words.trim().length < min || words.trim().length > longest)
    if (at >= 0) return `第 ${at + 1} 件请写 ${min} 到 ${longest} 个字`
  }
  if (field.type === 'units' && (value as readonly string[]).length > field.max) {
    return `${field.label}最多 ${field.max} 个`
  }
  return undefined
}

const isEmpty = (value: FieldValue) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/**
 * The command's input: only the fields that are asked for now, empty ones left out, except lists, which contracts
 * want even when empty.
 */
export function inputOf(spec: FormSpec, values: Values, ticket: TicketView): Record<string, unknown> {
  const input: Record<string, unknown> = { ticketId: ticket.id }
  for (const field of shownFields(spec, values, ticket)) {
    const value = values[field.name]
    if (field.type === 'photos') input[field.name] = photoNames(value as readonly StoredPhoto[])
    else if (field.type === 'many' || field.type === 'units') input[field.name] = value
    else if (field.type === 'parts') input[field.name] = (value as readonly Part[]).map(partOf)
    else if (isEmpty(value)) continue
    else if (field.type === 'text') input[field.name] = (value as string).trim()
    else if (field.type === 'ticket') input[field.name] = (value as ChosenTicket).id
    else if (field.type === 'day') input[field.name] = endOfWork(value as string)
    else input[field.name] = value
  }
  return input
}

const partOf = ({ words, photos }: Part): Part => ({ words: words.trim(), photos })

const photoNames = (photos: readonly StoredPhoto[]) =>
  photos.flatMap(({ photo }) => (photo === undefined ? [] : [photo]))

/** 18:00 in Asia/Shanghai of a day written YYYY-MM-DD: when a working day ends (R-L2). No daylight saving there. */
export function endOfWork(day: string): number {
  return Date.parse(`${day}T18:00:00+08:00`)
}

/** The day, YYYY-MM-DD, that a moment falls on in Asia/Shanghai. */
export function dayOf(moment: number): string {
  return new Date(moment + 8 * 3600_000).toISOString().slice(0, 10)
}
