import * as v from 'valibot'
import { contract } from '../define'

export interface ColleagueView {
  id: string
  name: string
  /** Post as colleagues know it. */
  title?: string
}

/** The active handlers and heads of the caller's own unit: whom its head may assign. */
export const colleagues = contract<{ items: ColleagueView[] }>()('people.colleagues', v.strictObject({}))
