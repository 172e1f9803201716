import type { EnvelopeError } from '@core/contracts'
import { NetworkFailure, photoGone, Refusal } from '../failure'
import { goToSignIn } from './session'

interface Answer {
  fileId?: string
  error?: EnvelopeError
}

/**
 * Sends a chosen file (a blob URL) as the raw body of one POST and answers its file id.
 * XMLHttpRequest and not fetch, because only it tells the progress of sending.
 */
export async function postFile(
  url: string,
  blobUrl: string,
  token: string | undefined,
  onProgress: (percent: number) => void,
): Promise<string> {
  const blob = await readBlob(blobUrl)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', blob.type)
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = (event) => onProgress(Math.round((event.loaded / event.total) * 100))
    request.onerror = () => reject(new NetworkFailure())
    request.onload = () => {
      if (request.status === 401) goToSignIn()
      const answer = readAnswer(request.responseText)
      if (answer.fileId !== undefined) resolve(answer.fileId)
      else reject(answer.error === undefined ? new NetworkFailure(request.status) : new Refusal(answer.error))
    }
    request.send(blob)
  })
}

/** Refuses when the page was reloaded since the file was chosen: its blob is gone, and no network brings it back. */
async function readBlob(url: string): Promise<Blob> {
  try {
    return await (await fetch(url)).blob()
  } catch {
    throw photoGone()
  }
}

/** The door answers `{ fileId }`, as such or in the envelope every call has. */
function readAnswer(text: string): Answer {
  try {
    const answer = JSON.parse(text) as Answer & { data?: Answer }
    return answer.data ?? answer
  } catch {
    return {}
  }
}
