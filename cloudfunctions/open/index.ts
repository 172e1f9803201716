import { openActions } from '@server/open/open.actions'
import { createPublicFunction } from '@server/runtime'

export const main = createPublicFunction('open', openActions)
