/** Whether Shift is held, which marks all up to here; phones have none: the H5 build takes shift.h5.ts instead. */
export const isShiftHeld = (): boolean => false

/** Said where there is a keyboard. */
export const KEYS_HELP: string | undefined = undefined
