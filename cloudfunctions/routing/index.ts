import { routingActions } from '@server/routing/routing.actions'
import { createFunction } from '@server/runtime'

export const main = createFunction('routing', routingActions)
