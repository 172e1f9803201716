import { absent } from '../platform/conditions'
import { get, insert, updateOne } from '../platform/database'

/** Serials of a day, 500 to a document: `numbers/LH20261122.0`. A ticket's serial is its place in `claims`. */
export interface NumberBlock {
  _id: string
  claims: string[]
}

export const BLOCK_SIZE = 500
const NUMBERS = 'numbers'

export const load = (id: string): Promise<NumberBlock | undefined> => get<NumberBlock>(NUMBERS, id)

/** Makes a block with these claims. False: it is there already. */
export const open = (id: string, claims: string[]): Promise<boolean> => insert(NUMBERS, { _id: id, claims })

/** Puts a ticket at the end of the block, once, if there is room. Wait-free: no version, nobody has to try again. */
export const claim = (id: string, ticketId: string): Promise<boolean> =>
  updateOne(NUMBERS, id, { [`claims.${BLOCK_SIZE - 1}`]: absent() }, { addToSet: { claims: ticketId } })
