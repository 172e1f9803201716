/**
 * Shows these parameters in the address of the page at `path` without loading it anew, so that a reload or a shared
 * link shows the same list. A mini-program has no address: the H5 build takes address.h5.ts instead of this file.
 */
export function showInAddress(_path: string, _params: Readonly<Record<string, string>>): void {}
