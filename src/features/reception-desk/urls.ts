export const HOME_URL = '/workbench/reception/index'
export const deskUrl = (dayId: string): string => `/workbench/desk/index?id=${dayId}`
export const briefUrl = (dayId: string): string => `/workbench/brief/index?id=${dayId}`
export const scheduleUrl = (month: string): string => `/workbench/schedule/index?month=${month}`
export const PHONE_URL = '/workbench/phone-booking/index'
/** R-G3: what the lobby sees; on the wall it is opened in a browser. */
export const screenUrl = (centreId: string | undefined): string =>
  `/open/screen/index${centreId === undefined ? '' : `?centre=${centreId}`}`
