import * as v from 'valibot'
import type { CategoryFigures, Tally } from '../../routing/learning'
import { contract } from '../define'
import type { Moment } from '../fields'

export interface RoutingCategory extends CategoryFigures {
  name: string
  /** R-D4: dispatched without an operator from this confidence on; absent: never. */
  threshold?: number
}

/** How well proposals are made, and what would go out alone (R-D3, R-D4). */
export interface RoutingView {
  model: {
    /** `none`: too few tickets so far. `broken`: it cannot be read, and rules alone decide. */
    state: 'none' | 'ready' | 'broken'
    /** Tickets it was trained on. */
    trainedOn: number
    trainedAt?: Moment
    /** New lessons wait for the next training. */
    pending: boolean
    /** A model that was trained elsewhere and put in (`routing:install`); the tickets are learned on top of it. */
    installed?: {
      /** Messages it was trained on. */
      trainedOn: number
      at: Moment
      /** It cannot be read: the tickets alone are learned from. */
      broken: boolean
    }
  }
  /** The newest tickets the figures are about. */
  all: Tally
  weeks: ({ week: string } & Tally)[]
  categories: RoutingCategory[]
  /** Whether the reader may set thresholds. */
  maySet: boolean
  /** Whether the reader may see and take back corrections: they name tickets of the whole county. */
  mayCorrect: boolean
}

export const overview = contract<RoutingView>()('routing.overview', v.strictObject({}))
