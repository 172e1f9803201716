import type { Knowledge } from '../knowledge/types'
import { unitOf } from '../knowledge/units'
import { limitsOf } from './limits'
import type { Ticket } from './types'

/** R-D7, R-D8: wall-clock minutes that the way to the place takes, by its township. */
export const arrivalMinutes = ({ place }: Pick<Ticket, 'place'>, knowledge: Knowledge): number =>
  unitOf(knowledge, place?.townshipId)?.arrivalMinutes ?? limitsOf(knowledge).arrivalMinutes
