import Taro from '@tarojs/taro'
import type { Envelope } from '@core/contracts'
import { ERRORS } from '@core/errors'
import { NetworkFailure, photoGone, Refusal } from '../failure'
import { newRequestId } from '../request-id'
import type { LocalPhoto, Transport } from '../transport'

/** Errors by which the cloud says the function itself broke (FUNCTIONS_*): it did answer, and it is not the network. */
const isFunctionBroken = (error: unknown): boolean => {
  const code = (error as { errCode?: number } | undefined)?.errCode ?? 0
  return code <= -504000 && code > -505000
}

/** Temporary files live until the mini-program is closed. */
const isFileGone = (error: { errMsg?: string }): boolean =>
  /no such file|not exist|not found|fail file/i.test(error.errMsg ?? '')

let online = true
const listeners = new Set<(online: boolean) => void>()

/** The way of the mini-program: wx.cloud, whose platform says who is calling (R-P1). */
export const transport: Transport = {
  start() {
    Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV || undefined, traceUser: true })
    const note = (now: boolean) => {
      if (now === online) return
      online = now
      listeners.forEach((listener) => listener(now))
    }
    Taro.onNetworkStatusChange(({ isConnected }) => note(isConnected))
    // It tells only changes: a phone may have been without a network from the start.
    void Taro.getNetworkType({ success: ({ networkType }) => note(networkType !== 'none') })
  },

  async call(name, body) {
    try {
      const { result } = await Taro.cloud.callFunction({ name, data: body })
      return result as unknown as Envelope<unknown>
    } catch (error) {
      if (!isFunctionBroken(error)) throw new NetworkFailure(error)
      throw new Refusal({
        code: 'INTERNAL',
        ...ERRORS.INTERNAL,
        requestId: body.requestId,
      })
    }
  },

  async pickPhotos(count) {
    try {
      // The platform raises the privacy question itself before this API (see components/page/privacy).
      const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
      return tempFiles.map((file): LocalPhoto => ({ path: file.tempFilePath }))
    } catch {
      // Closed, or consent refused: the form stays usable without photos.
      return []
    }
  },

  uploadPhoto: (photo, onProgress) =>
    new Promise((resolve, reject) => {
      const task = Taro.cloud.uploadFile({
        cloudPath: `incoming/${newRequestId()}`,
        filePath: photo.path,
        success: (answer) => resolve(answer.fileID),
        fail: (error) => reject(isFileGone(error) ? photoGone() : new NetworkFailure(error)),
      })
      task.onProgressUpdate(({ progress }) => onProgress(progress))
    }),

  keepPhoto: (photo) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().saveFile({
        tempFilePath: photo.path,
        success: (saved) => resolve({ path: saved.savedFilePath }),
        // Already kept, or the phone is full: the first path is as good as it gets.
        fail: () => resolve(photo),
      })
    }),

  isOnline: () => online,
  onOnlineChange(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  owner: () => 'me',
  demoPerson: () => undefined,
}
