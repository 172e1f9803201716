import * as v from 'valibot'
import { contract } from '../define'
import { cursor, id } from '../fields'
import type { HotMatterDetail } from './hot-matters'
import type { TicketCard } from './views'

/** A ticket behind a hot matter. */
export interface HotTicketView extends TicketCard {
  /** Others may still join it. */
  open: boolean
  /** This reader may join it to another now (E6). */
  mayMerge: boolean
}

/** R-D6: one hot matter and the tickets behind it that this reader may see, newest first. */
export const hotMatter = contract<{ matter: HotMatterDetail; items: HotTicketView[]; next?: string }>()(
  'ticket.hotMatter',
  v.strictObject({ matterId: id('热点编号'), cursor }),
)
