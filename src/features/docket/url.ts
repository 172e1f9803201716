export const docketUrl = (ticketId: string): string => `/workbench/docket/index?id=${ticketId}`
