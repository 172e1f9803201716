import type { Knowledge } from '@core/knowledge'
import { categories, responsibilities } from './categories'
import { leaders } from './people'
import { policies } from './policies'
import { standardReplies } from './replies'
import { CENTRE, SUPERVISION, units } from './units'

/** The first published knowledge of 澜溪县 (`knowledge/current`). */
export const knowledge: Knowledge = {
  version: 1,
  county: {
    code: 'LX',
    name: '澜溪县',
    phone: '12345',
    centreUnitId: CENTRE,
    supervisionUnitId: SUPERVISION,
  },
  units,
  categories,
  responsibilities,
  leaders: leaders.map(({ id, name, post, unitIds }, order) => ({
    personId: id,
    name,
    post,
    unitIds,
    order,
  })),
  standardReplies,
  calendar: { extraWorkdays: [], extraHolidays: [] },
  policies,
}
