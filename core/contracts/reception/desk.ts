import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { DeskView } from './desk-views'

/** R-A7: one reception day at the desk. */
export const desk = contract<{ desk: DeskView }>()('reception.desk', v.strictObject({ dayId: id('接待日') }))
