/** The browser's twin of quiet.ts: a page that is not shown costs nothing there. */
export function useQuietWhileHidden(): void {}
