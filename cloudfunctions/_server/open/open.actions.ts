import type { Actions, CallContext } from '../runtime/context'
import { directory, recent, schedule } from './open.service'

export const openActions: Actions<'open', CallContext> = {
  'open.directory': directory,
  'open.recent': recent,
  'open.schedule': schedule,
}
