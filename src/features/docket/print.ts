/** Prints the page; undefined where there is nothing to print with. The H5 build takes print.h5.ts instead. */
export const printPage: (() => void) | undefined = undefined

/** Makes the pages below fit for paper while it is shown; answers how to undo it. */
export const usePaper = (): void => {}
