import { asFailure, client, isOutcomeOpen, NetworkFailure, Refusal, sendPhoto, type Failure } from '@/cloud'
import { toInput, type Draft } from './draft'
import { store, type Sent, type Waiting } from './store'

export type Outcome =
  | { state: 'sent'; sent: Sent }
  /** Nothing is known yet: it stays frozen and goes again later, once (R-T2). */
  | { state: 'waiting'; failure: Failure }
  /** An earlier try had arrived after all. */
  | { state: 'arrived' }
  /** The cloud says no: the draft is open for changes. */
  | { state: 'refused'; failure: Refusal }

let onItsWay: Promise<Outcome> | undefined
const listeners = new Set<(outcome: Outcome) => void>()

/** Tells how every try ended, whoever began it; returns how to stop. */
export function onOutcome(listener: (outcome: Outcome) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Freezes the draft and sends it. */
export function sendReport(draft: Draft): Promise<Outcome> {
  return send(store.freeze(draft))
}

/** Sends what waits from an earlier try, if anything does. */
export async function sendWaiting(): Promise<Outcome | undefined> {
  const waiting = store.waiting()
  return waiting && !waiting.paused ? send(waiting) : undefined
}

/** One at a time: a tap and the returning network must not race each other. */
function send(waiting: Waiting): Promise<Outcome> {
  onItsWay ??= attempt(waiting).then((outcome) => {
    onItsWay = undefined
    listeners.forEach((listener) => listener(outcome))
    return outcome
  })
  return onItsWay
}

async function attempt(waiting: Waiting): Promise<Outcome> {
  try {
    const complete = await sendPhotos(waiting)
    const sent = await client.call('ticket.submit', toInput(complete.draft), complete.requestId)
    store.unfreeze()
    store.clearDraft()
    store.saveSent(sent)
    return { state: 'sent', sent }
  } catch (error) {
    const failure = asFailure(error)
    if (failure instanceof NetworkFailure || isOutcomeOpen(failure)) return { state: 'waiting', failure }
    store.unfreeze()
    if (failure.code === 'REQUEST_REUSED') {
      store.clearDraft()
      return { state: 'arrived' }
    }
    return { state: 'refused', failure }
  }
}

/** Photos first: their references are part of what is sent, and stay the same in every later try. */
async function sendPhotos(waiting: Waiting): Promise<Waiting> {
  let complete = waiting
  for (const { key, path, photo } of waiting.draft.photos) {
    if (photo !== undefined || path === undefined) continue
    const admitted = await sendPhoto({ path }, () => {})
    const photos = complete.draft.photos.map((kept) => (kept.key === key ? { ...kept, ...admitted } : kept))
    complete = { ...complete, draft: { ...complete.draft, photos } }
    store.saveWaiting(complete)
  }
  return complete
}
