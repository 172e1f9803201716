/** The browser's twin of print.ts. */
export const printPage: (() => void) | undefined = () => window.print()
