export type { Consent } from './ask'

/** A browser has no WeChat to ask: nothing is offered there, the inbox tells everything. */
export const CAN_ASK = false

export const ask = (): Promise<'refused'> => Promise.resolve('refused')
