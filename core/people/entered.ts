/** People entered by phone or at the desk: they have no WeChat the county knows of (R-T11). */
export const ENTERED = 'ph_'

/** Whether WeChat can reach this person. */
export const hasWechat = (personId: string): boolean => !personId.startsWith(ENTERED)
