/** What the QR code of a booking says; the desk reads it (R-A7). Pages may import this file's values. */
const PREFIX = 'MS-'
const TEXT = /^MS-([0-9a-f]{32})$/

export const qrTextOf = (bookingId: string): string => PREFIX + bookingId

/** The booking a scanned text names; undefined for any other text. */
export const bookingIdIn = (text: string): string | undefined => TEXT.exec(text.trim())?.[1]
