import type { Context } from '../context'
import { ApiFailure, asyncApi, asyncApis, crossing, type ApiOptions, type WxApi } from '../settle'
import type { Files } from './files'
import type { Network } from './network'

/** WeChat's limit for what a function is called with. */
const EVENT_BYTES = 100 * 1024

interface Progress {
  progress: number
  totalBytesSent: number
  totalBytesExpectedToSend: number
}

/** An upload under way, as the mini-program holds it: it hears its beginning and its end. */
class UploadTask {
  private readonly listeners = new Set<(progress: Progress) => void>()

  constructor(private readonly ctx: Context) {}

  onProgressUpdate(listener: (progress: Progress) => void): void {
    this.listeners.add(listener)
  }

  offProgressUpdate(listener: (progress: Progress) => void): void {
    this.listeners.delete(listener)
  }

  abort(): void {
    this.ctx.journal.fail('UploadTask.abort is not implemented by the test host')
  }

  progress(sent: number, total: number): void {
    const detail = {
      progress: Math.round((sent / total) * 100),
      totalBytesSent: sent,
      totalBytesExpectedToSend: total,
    }
    for (const listener of this.listeners) this.ctx.guard('onProgressUpdate', () => listener(detail))
  }
}

/** `wx.cloud`: everything goes over the bridge, as the person the bridge speaks for. */
export function cloudApi(ctx: Context, files: Files, network: Network): WxApi {
  let ready = false
  const reach = () => {
    if (!ready)
      throw new ApiFailure("Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -1 })
    network.require()
  }
  /** A rejection of the bridge is the cloud's failure, not the host's. */
  const over = async <T>(call: () => Promise<T>): Promise<T> => {
    reach()
    try {
      return await call()
    } catch (error) {
      if (error instanceof ApiFailure) throw error
      const { errCode = -1, message = String(error) } = error as { errCode?: number; message?: string }
      throw new ApiFailure(`Error: errCode: ${errCode}  | errMsg: ${message}`, { errCode })
    }
  }
  const absent = (name: string) => () => {
    ctx.journal.fail(`wx.cloud.${name} is not to be used: clients have no rights on the database`)
    throw new ApiFailure('permission denied', { errCode: -502003 })
  }
  return {
    init: () => {
      ready = true
    },
    database: absent('database'),
    uploadFile: (options: ApiOptions) => {
      const task = new UploadTask(ctx)
      const answer = asyncApi(ctx, 'cloud.uploadFile', ({ cloudPath, filePath }) =>
        over(async () => {
          const bytes = files.read(filePath)
          task.progress(0, bytes.length)
          const fileID = await ctx.bridge.uploadFile(String(cloudPath), bytes)
          task.progress(bytes.length, bytes.length)
          return { fileID, statusCode: 200 }
        }),
      )(options)
      // With callbacks a phone gives the task, without them a promise.
      return answer ?? task
    },
    ...prefixed('cloud.', {
      callFunction: ({ name, data }) =>
        over(async () => {
          const event = JSON.stringify(data ?? {})
          if (new ctx.window.Blob([event]).size > EVENT_BYTES)
            throw new ApiFailure('data exceed max size', { errCode: -501007 })
          const result = await ctx.bridge.callFunction(String(name), JSON.parse(event))
          return { result: crossing(result), requestID: `host-${ctx.journal.calls.length}` }
        }),
      getTempFileURL: ({ fileList }) =>
        over(async () => {
          if (!ctx.bridge.getTempFileURL) throw new ApiFailure('permission denied', { errCode: -503002 })
          const ids = (fileList as (string | { fileID: string })[]).map((file) =>
            typeof file === 'string' ? file : file.fileID,
          )
          const urls = await ctx.bridge.getTempFileURL(ids)
          return {
            fileList: ids.map((fileID, at) => ({ fileID, tempFileURL: urls[at], status: 0, errMsg: 'ok' })),
          }
        }),
      downloadFile: ({ fileID }) =>
        over(async () => {
          if (!ctx.bridge.getTempFileURL || !ctx.bridge.download)
            throw new ApiFailure('permission denied', { errCode: -503002 })
          const [url] = await ctx.bridge.getTempFileURL([String(fileID)])
          const bytes = await ctx.bridge.download(url)
          return { tempFilePath: files.temp(String(fileID), bytes), statusCode: 200 }
        }),
    }),
  }

  function prefixed(prefix: string, handlers: Parameters<typeof asyncApis>[1]): WxApi {
    const named = Object.entries(handlers).map(([name, handler]) => [prefix + name, handler])
    const made = asyncApis(ctx, Object.fromEntries(named) as typeof handlers)
    return Object.fromEntries(Object.entries(made).map(([name, api]) => [name.slice(prefix.length), api]))
  }
}
