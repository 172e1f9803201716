/** Prints the page; undefined where there is nothing to print with. The H5 build takes print.h5.ts instead. */
export const printPage: (() => void) | undefined = undefined
