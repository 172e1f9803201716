import type { Draft } from '@/features/draft'

/** Where the parts of the draft stand in the contract of `ticket.submit`. */
const PATHS: Record<keyof Draft, string> = {
  words: 'words',
  kind: 'kind',
  photos: 'photos',
  townshipId: 'place.townshipId',
  villageId: 'place.villageId',
  address: 'place.address',
  point: 'place.point',
  confidential: 'confidential',
  contactName: 'contact.name',
  contactPhone: 'contact.phone',
  enterprise: 'enterprise',
  enterpriseName: 'enterprise.name',
  position: 'enterprise.position',
  accusedUnitIds: 'accusedUnitIds',
  onBehalf: 'onBehalfOf',
  behalfName: 'onBehalfOf.name',
  behalfPhone: 'onBehalfOf.phone',
  consent: 'onBehalfOf.consent',
}

/** The element of the form that stands for a field of the contract: `contact.phone` → `field-contact`. */
export const anchorOf = (path: string): string => `field-${path.split('.')[0]}`

/** What is still wrong after a change: a complaint about what has just been changed is gone. */
export function withoutChanged(
  wrong: Record<string, string>,
  change: Partial<Draft>,
): Record<string, string> {
  const changed = (Object.keys(change) as (keyof Draft)[]).map((key) => PATHS[key])
  const left = Object.entries(wrong).filter(
    ([field]) => !changed.some((path) => field === path || field.startsWith(`${path}.`)),
  )
  // The same object while nothing changes, so that typing redraws nothing.
  return left.length === Object.keys(wrong).length ? wrong : Object.fromEntries(left)
}
