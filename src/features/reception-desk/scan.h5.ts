/** The browser's twin of scan.ts: the six digits are typed there. */
export const scan: (() => Promise<string | undefined>) | undefined = undefined
