import type { Actions } from '../runtime/context'
import { corrections, setLearned } from './corrections.service'
import { overview, setThreshold } from './overview.service'

export const routingActions: Actions<'routing'> = {
  'routing.corrections': corrections,
  'routing.overview': overview,
  'routing.setLearned': setLearned,
  'routing.setThreshold': setThreshold,
}
