import { receptionActions } from '@server/reception/reception.actions'
import { createFunction } from '@server/runtime'

export const main = createFunction('reception', receptionActions)
