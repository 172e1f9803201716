export const signSheetUrl = (ticketId: string): string => `/workbench/sign-sheet/index?id=${ticketId}`
export const docketUrl = (ticketId: string): string => `/workbench/docket/index?id=${ticketId}`
