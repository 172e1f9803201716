import type { CallBody, Envelope } from '@core/contracts'
import { NetworkFailure } from '../failure'
import type { LocalPhoto, Transport } from '../transport'
import { chooseFiles } from './choose-files'
import { goToSignIn, session } from './session'
import { postFile } from './post-file'

const base = process.env.TARO_APP_API_BASE ?? ''

/** One HTTP call to the cloud's door; an answer that is not an envelope (a proxy's page) counts as no answer. */
async function call(name: string, body: CallBody): Promise<Envelope<unknown>> {
  const token = session.token()
  let response: Response
  let answer: unknown
  try {
    response = await fetch(`${base}/api/call/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    if (response.status === 401) goToSignIn()
    answer = await response.json()
  } catch (error) {
    throw new NetworkFailure(error)
  }
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) throw new NetworkFailure(answer)
  return answer as Envelope<unknown>
}

/** The way of the browser: the same body over HTTP to the local cloud. */
export const transport: Transport = {
  // HTTP needs no opening.
  start: () => {},
  call,
  pickPhotos: async (count) => {
    const files = await chooseFiles(count)
    return files.map((file): LocalPhoto => ({ path: URL.createObjectURL(file) }))
  },
  uploadPhoto: (photo, onProgress) => postFile(`${base}/api/files`, photo.path, session.token(), onProgress),
  // A browser hands out no lasting path to a chosen file; what was not sent before closing must be chosen again.
  keepPhoto: async (photo) => photo,
  isOnline: () => navigator.onLine,
  onOnlineChange: (listener) => {
    const on = () => listener(true)
    const off = () => listener(false)
    window.addEventListener('online', on)
    window.addEventListener('offline', off)
    return () => {
      window.removeEventListener('online', on)
      window.removeEventListener('offline', off)
    }
  },
  owner: () => session.person()?.id ?? 'guest',
  demoPerson: () => {
    const person = session.person()
    if (!person) return undefined
    const name = person.roleName === undefined ? person.name : `${person.name}（${person.roleName}）`
    return { name, switchPerson: goToSignIn }
  },
}
