/** What the demo sign-in leaves in the browser (`/signin`, served by the local cloud). */
interface Person {
  id: string
  name: string
  /** What they are, in words: 「群众」. */
  roleName?: string
}

function readPerson(): Person | undefined {
  const stored = localStorage.getItem('minsheng.person')
  if (stored === null) return undefined
  try {
    const person = JSON.parse(stored) as Partial<Person>
    const { id, name } = person
    return typeof id === 'string' && typeof name === 'string' ? { ...person, id, name } : undefined
  } catch {
    // Written by another version: as good as not signed in.
    return undefined
  }
}

export const session = {
  token: (): string | undefined => localStorage.getItem('minsheng.token') ?? undefined,
  person: readPerson,
}

/** Leaves for the sign-in, which comes back to this very page. */
export function goToSignIn(): void {
  const { pathname, search, hash } = window.location
  window.location.assign(`/signin?back=${encodeURIComponent(pathname + search + hash)}`)
}
