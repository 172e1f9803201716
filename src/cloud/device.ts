import { transport } from '@transport'

/** What the pages need to know about this device; see Transport for the meaning. */
export const startCloud = (): void => transport.start()
export const isOnline = (): boolean => transport.isOnline()
export const onOnlineChange = (listener: (online: boolean) => void): (() => void) =>
  transport.onOnlineChange(listener)
export const owner = (): string => transport.owner()
export const demoPerson = () => transport.demoPerson()
