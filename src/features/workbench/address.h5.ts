/** The browser's twin of address.ts. The history entry's state is Taro's: it is kept as it is. */
export function showInAddress(path: string, params: Readonly<Record<string, string>>): void {
  const { pathname, hash } = window.location
  // A page that lies below another one in Taro's stack is still alive, but the address is no longer its own.
  if (pathname !== path) return
  const query = new URLSearchParams(params).toString()
  window.history.replaceState(window.history.state, '', pathname + (query && `?${query}`) + hash)
}
