import type { Actions, CallContext } from '../runtime/context'
import { directory, keeping, recent, schedule, screen } from './open.service'

export const openActions: Actions<'open', CallContext> = {
  'open.directory': directory,
  'open.recent': recent,
  'open.schedule': schedule,
  'open.keeping': keeping,
  'open.screen': screen,
}
