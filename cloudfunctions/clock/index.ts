import { onTheMinute } from '@server/clock/clock.actions'
import { createTimer } from '@server/runtime'

export const main = createTimer('clock', onTheMinute)
