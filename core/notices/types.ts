/** A notice to one person: `inbox/<what>.<seq>.<person>.<template>`. Its id is what keeps it from being sent twice. */
export interface Notice {
  _id: string
  version: number
  /** `<13-digit ms of delivery>-<hash of _id>` */
  sortKey: string
  personId: string
  at: Date
  template: string
  title: string
  words: string
  ticketId?: string
  bookingId?: string
  /** R-T3: the matter they said "me too" of, which itself is not theirs to open. */
  joinedId?: string
  /** Audience key of whoever sees to it that the notice arrives: the centre, or supervision where the centre is accused. */
  keeper: string
  /** R-P5: whom the matter accuses, where it accuses somebody: they never learn of the notice either. */
  accused?: { unitIds: string[]; personIds: string[] }
  /** The subscribe message that goes with it (R-N1); absent where none is configured. */
  push?: Push
  /** R-N3: for a person without WeChat somebody has to call. */
  call?: CallTask
  /** The list of the keeper in which it waits for a person: `call:<keeper>` or `push:<keeper>`. Indexed. */
  desk?: string
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}

/**
 * R-N2: `pending` → `sending` (claimed by one sender) → `sent`; `noConsent`: the person did not ask for it, and the inbox
 * tells them; `refused` for good, or `unknown` when nobody can say whether it went out. The last two are shown, and only
 * a person sends them again.
 */
export interface Push {
  state: 'pending' | 'sending' | 'sent' | 'noConsent' | 'refused' | 'unknown'
  tries: number
  why?: string
  /** Who had it sent again last, and by which request. */
  again?: { byId: string; at: Date; key: string }
}

/** R-N3: `told` only once somebody has spoken with the person. */
export interface CallTask {
  state: 'waiting' | 'told'
  /** Masked (R-P4): 「张** 138****0000」. */
  whom: string
  attempts: { at: Date; byId: string; key: string; outcome: CallOutcome; words?: string }[]
}

export type CallOutcome = 'told' | 'noAnswer'
