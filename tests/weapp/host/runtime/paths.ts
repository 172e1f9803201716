/**
 * How a path inside a mini-program is read: from the folder of the file that names it, or from the package when it
 * begins with `/`. `resolveName('pages/a', '../b')` → `pages/b`.
 */
export function resolveName(folder: string, reference: string): string {
  const steps = reference.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of reference.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The folder a file lies in: `pages/a/index` → `pages/a`. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')))
}

/** `pages/a?x=1&y` → its path and query. Values stay encoded: a phone hands them to `onLoad` as they are. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path, text = ''] = url.split('?', 2)
  const pairs = text.split('&').filter(Boolean)
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
  return { path: resolveName('', path), query }
}
