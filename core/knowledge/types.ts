import type { Limits } from '../ticket/limits'
import type { HandlingClass, Kind } from '../ticket/words'

/**
 * What the county knows about itself, published as one document `knowledge/current`: units, categories,
 * responsibilities, calendar and policies. An admin changes it by publishing the next version.
 */
export interface Knowledge {
  version: number
  county: { code: string; name: string; phone: string; centreUnitId: string; supervisionUnitId: string }
  units: Unit[]
  categories: Category[]
  responsibilities: Responsibility[]
  leaders: {
    personId: string
    name: string
    post: string
    unitIds: string[]
    order: number
    /** False: major matters are not sent to them (E8). */
    signMajor?: boolean
  }[]
  /** R-H4 */
  standardReplies?: StandardReply[]
  /** County overrides on the national calendar (R-L2): days that are worked or free against it. */
  calendar: { extraWorkdays: string[]; extraHolidays: string[] }
  policies: Policies
}

export type UnitLevel = 'county' | 'township' | 'department' | 'station' | 'village'

/** R-P2: county → township or department → station or village. */
export interface Unit {
  id: string
  name: string
  shortName: string
  level: UnitLevel
  parentId?: string
  phone?: string
  /** Whether it has the power to enforce; a township without it is never the lone unit (R-D2). */
  enforces: boolean
  /** Townships: minutes within which an urgent matter must be attended on site (R-D7). */
  arrivalMinutes?: number
  headPersonId?: string
}

export interface Category {
  id: string
  name: string
  parentId?: string
  /** Plain words that speak for this category, with a weight 1–5. */
  keywords: { word: string; weight: number }[]
  handlingClass: HandlingClass
  /** Working days where the class is `fixed`. */
  days?: number
  /** R-D4: dispatched without an operator when the confidence reaches the threshold. */
  autoDispatch?: { threshold: number }
}

/** R-D2: who answers for a category, and who helps. `township` means the township of the place. */
export interface Responsibility {
  categoryId: string
  lead: { unitId: string } | 'township'
  coUnits: ({ unitId: string } | 'township')[]
  /** The clause of the list, quoted when a unit says "not our power". */
  clause: string
}

/** R-H4: a text to start a reply from, with 【gaps】 for what only whoever handles the matter knows. */
export type StandardReply = {
  id: string
  /** What it is for, in a few words. */
  title: string
  /** A category or a group of them; absent: any matter. */
  categoryId?: string
} & ({ for: 'answer'; words: string } | { for: 'result'; found: string; done: string })

export interface Policies {
  /** R-D7: words that make a matter urgent. */
  urgentWords: string[]
  /** Words by which a kind is recognised. */
  kindWords: { kind: Kind; words: string[] }[]
  /** R-L1: working days of `fixed` where the category sets none; complex matters. */
  fixedDays: number
  complexDays: number
  redoDays: number
  /** R-T7 */
  reporterAnswerDays: number
  appealDays: number
  /** Section 1: townships whose own centre looks first at what citizens submit about a place in them. */
  townshipsFirst?: string[]
  /** R-X4 */
  submissionsPerDay: number
  submissionsPerTenMinutes: number
  bookingAttemptsPerTenMinutes: number
  /** R-H5: shortest acceptable finding and action, in characters. */
  resultMinLength: number
  /** Where the county departs from the house's numbers (R-L6, R-D7, E13, E21). */
  limits?: Partial<Limits>
}
