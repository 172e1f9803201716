export const HOME_URL = '/workbench/reception/index'
export const deskUrl = (dayId: string): string => `/workbench/desk/index?id=${dayId}`
export const briefUrl = (dayId: string): string => `/workbench/brief/index?id=${dayId}`
export const scheduleUrl = (month: string): string => `/workbench/schedule/index?month=${month}`
