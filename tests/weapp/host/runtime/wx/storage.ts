import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'

/** WeChat's limits: one value, and all together. */
const VALUE_BYTES = 1024 * 1024
const TOTAL_BYTES = 10 * 1024 * 1024

/** What the mini-program keeps on the phone; it outlives the launch (`phone.storage`). */
export function storageApi(ctx: Context): WxApi {
  const { storage } = ctx.phone
  const size = () => Object.entries(storage).reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  const info = () => ({
    keys: Object.keys(storage),
    currentSize: Math.ceil(size() / 1024),
    limitSize: TOTAL_BYTES / 1024,
  })

  const set = (key: string, data: unknown) => {
    if (typeof key !== 'string' || key === '') throw new ApiFailure('parameter error: key should be String')
    const text = JSON.stringify({ data })
    if (text.length > VALUE_BYTES) throw new ApiFailure('entry size limit reached')
    if (size() + text.length > TOTAL_BYTES) throw new ApiFailure('exceed storage max size 10Mb')
    storage[key] = text
  }
  const get = (key: string) => (JSON.parse(storage[key]) as { data?: unknown }).data ?? ''
  const clear = () => Object.keys(storage).forEach((key) => delete storage[key])

  return {
    setStorageSync: set,
    getStorageSync: (key: string) => (key in storage ? get(key) : ''),
    removeStorageSync: (key: string) => void delete storage[key],
    clearStorageSync: clear,
    getStorageInfoSync: info,
    ...asyncApis(ctx, {
      setStorage: ({ key, data }) => set(key as string, data),
      getStorage: ({ key }) => {
        if (!((key as string) in storage)) throw new ApiFailure('data not found')
        return { data: get(key as string) }
      },
      removeStorage: ({ key }) => void delete storage[key as string],
      clearStorage: clear,
      getStorageInfo: info,
    }),
  }
}
