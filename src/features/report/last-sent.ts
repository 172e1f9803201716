import { store, type Sent } from '@/features/draft'

/** What the cloud answered to the last report sent from this device. */
export const lastSent = (): Sent | undefined => store.sent()
