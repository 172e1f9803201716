import { LOCAL_APPID } from '../functions/environment'
import { OPENAPI_LIMITS } from '../limits'
import type { PhoneOf } from '../signin/demo-phone'
import { cloudError } from '../protocol/errors'
import type { ActionTable } from '../protocol/types'
import { getUnlimited } from './apis/mini-code'
import { mediaCheckAsync, mediaCheckEvent, msgSecCheck, type MediaCheck } from './apis/content-check'
import { getOpenData } from './apis/open-data'
import { getPhoneNumber } from './apis/phone'
import { subscribeMessageSend } from './apis/subscribe-message'
import { jsonReply, type Api, type ApiAnswer } from './apis/types'
import { faultFor, type OpenApiFaults } from './faults'
import { decodeRequest, encodeReply } from './protobuf'
import { Records, type OpenApiRecord } from './records'

const NO_SUCH_API = -604100
const NO_PERMISSION = -604101
/** The function that WeChat's messages are pushed to. */
const PUSH_FUNCTION = 'wxpush'

export interface OpenApiOptions {
  recordsFile: string
  now: () => Date
  faults: OpenApiFaults
  /** The running call a token stands for. */
  invocationOf(token: unknown): { functionName: string; caller: { openid?: string } } | undefined
  /** openapi names a function's config.json lists. */
  permissionsOf(functionName: string): readonly string[]
  lastSeenAt(openid: string): number | undefined
  phoneOf: PhoneOf
  /** Whether a picture's link can be fetched now. */
  isReachable(url: string): boolean
  /** Calls the push function; undefined when the deployment has none. */
  push: ((functionName: string, event: Record<string, unknown>) => Promise<unknown>) | undefined
  /** Runs `task` once when the clock has reached `at`. */
  schedule(at: Date, task: () => Promise<void>): void
  log(line: string): void
}

/** WeChat's server interfaces: answered and recorded, nothing leaves the machine. */
export class OpenApi {
  private readonly apis: ReadonlyMap<string, Api>
  private readonly records: Records

  constructor(private readonly options: OpenApiOptions) {
    this.records = new Records(options.recordsFile)
    const checks = {
      lastSeenAt: options.lastSeenAt,
      deliver: (check: MediaCheck) => {
        const at = new Date(options.now().getTime() + OPENAPI_LIMITS.mediaVerdictMs)
        options.schedule(at, () => this.pushVerdict(check))
      },
    }
    this.apis = new Map<string, Api>([
      ['security.msgSecCheck', msgSecCheck(checks)],
      ['security.mediaCheckAsync', mediaCheckAsync(checks)],
      ['subscribeMessage.send', subscribeMessageSend],
      ['phonenumber.getPhoneNumber', getPhoneNumber(options.phoneOf)],
      ['wxacode.getUnlimited', getUnlimited],
    ])
  }

  /** What was asked of WeChat, oldest first; see Records.find. */
  find(filter?: Parameters<Records['find']>[0]): OpenApiRecord[] {
    return this.records.find(filter)
  }

  /**
   * Answers `action=wx.openApi` (protobuf in, protobuf out). A gateway error is thrown as CloudError and travels
   * as JSON, everything else inside the reply.
   */
  async answer(apiName: string, requestData: Buffer, token: unknown): Promise<Buffer> {
    const request = decodeRequest(requestData)
    const invocation = this.options.invocationOf(token)
    if (request.svrkit) {
      if (apiName !== 'ApiGetOpenDataByCloudId') return encodeReply({ errorCode: NO_SUCH_API })
      const reply = getOpenData(request.svrkit.data, {
        openid: invocation?.caller.openid,
        now: this.options.now(),
        phoneOf: this.options.phoneOf,
      })
      this.record(apiName, invocation, { list: '****' }, { errcode: 0 })
      return encodeReply(reply)
    }
    const media = Object.entries(request.media).map(([key, m]) => [
      key,
      `${m.contentType}, ${m.bytes.length} B`,
    ])
    const params = { ...request.params, ...Object.fromEntries(media) }
    const outcome = await this.run(apiName, params, invocation)
    if (typeof outcome === 'number') return encodeReply({ errorCode: outcome })
    const { binary } = outcome
    return encodeReply(binary ? { data: binary.bytes, contentType: binary.contentType } : jsonReply(outcome))
  }

  /** `cloud.callOpenAPI` of `cloud-protocol` §7: the same interfaces with JSON in and out. */
  actions(): ActionTable {
    return {
      'wx.api': async ({ apiName, requestData, wxCloudApiToken }) => {
        if (typeof apiName !== 'string') throw cloudError('INVALID_PARAM', 'apiName must be a string')
        const params = typeof requestData === 'string' && requestData !== '' ? JSON.parse(requestData) : {}
        const outcome = await this.run(apiName, params, this.options.invocationOf(wxCloudApiToken))
        if (typeof outcome === 'number')
          return { data: { responseData: JSON.stringify({ errcode: outcome }) } }
        if (outcome.binary)
          throw cloudError('INVALID_PARAM', `${apiName} has a binary reply: use cloud.openapi`)
        return { data: { responseData: jsonReply(outcome).data!.toString() } }
      },
    }
  }

  /** Runs one interface: its answer, or the platform's error number. */
  private async run(
    api: string,
    params: Record<string, unknown>,
    invocation: ReturnType<OpenApiOptions['invocationOf']>,
  ): Promise<ApiAnswer | number> {
    const { now, faults, log } = this.options
    const handler = this.apis.get(api)
    const functionName = invocation?.functionName
    const openid = invocation?.caller.openid
    const fault = faultFor(faults, { api, params, openid })
    if (fault.gateway) throw cloudError(fault.gateway.code, fault.gateway.message)
    // Permission first: a function learns nothing about an interface it did not ask for.
    const permitted = functionName !== undefined && this.options.permissionsOf(functionName).includes(api)
    const platformError = fault.platformError ?? (permitted ? (handler ? 0 : NO_SUCH_API) : NO_PERMISSION)
    if (platformError !== 0 || !handler || functionName === undefined) {
      this.record(api, invocation, {}, { errcode: platformError })
      return platformError
    }
    const answer =
      fault.errcode === undefined
        ? await handler({ params, functionName, openid, now: now(), fault })
        : { errcode: fault.errcode, errmsg: fault.errmsg }
    if (fault.reply) answer.fields = { ...answer.fields, ...fault.reply }
    this.record(api, invocation, answer.recorded ?? params, answer)
    log(`openapi ${api} by ${functionName}: ${answer.errcode === 0 ? 'recorded, not sent' : answer.errcode}`)
    return answer
  }

  private async pushVerdict(check: MediaCheck): Promise<void> {
    const { push, isReachable, now } = this.options
    const event = mediaCheckEvent(check, isReachable(check.mediaUrl), now(), LOCAL_APPID)
    const invocation = { functionName: PUSH_FUNCTION, caller: { openid: check.openid } }
    this.record('push:wxa_media_check', invocation, event, { errcode: event.errcode, traceId: check.traceId })
    await push?.(PUSH_FUNCTION, event)
  }

  private record(
    api: string,
    invocation: ReturnType<OpenApiOptions['invocationOf']>,
    request: Record<string, unknown>,
    { errcode, traceId }: { errcode: number; traceId?: string },
  ): void {
    const openid = invocation?.caller.openid
    this.records.add({
      at: this.options.now().toISOString(),
      api,
      function: invocation?.functionName ?? '(none)',
      ...(openid === undefined ? {} : { openid }),
      request,
      errcode,
      ...(traceId === undefined ? {} : { traceId }),
    })
  }
}
