/** The variables a function sees, as the real cloud sets them (`cloud-protocol` §1). */

/** Environment id, bucket and mini-program id of the local cloud; they appear in file ids and contexts. */
export const LOCAL_ENV = 'local-env'
export const LOCAL_BUCKET = '6c6f-local'
export const LOCAL_APPID = 'wx0000000000000000'

/** Who a call is made for, and by what. */
export interface Caller {
  /** Absent for timers, pushes and people who are not signed in. */
  openid?: string
  /** `wx_client`, `wx_trigger`, `wx_http`, `wx_unknown`; a call inside a call appends `,scf`. */
  source: string
  /** Origin the caller uses to reach this server, for links in the reply; absent: the server's own. */
  origin?: string
}

const RESERVED = /^(WX_|TCB_|TENCENTCLOUD_|SCF_|TRIGGER_SRC$|SILENCE$|NODE_PATH$|MINSHENG_NOW_OFFSET_MS$)/

/** Whether only the cloud sets this variable. */
export const isReserved = (name: string): boolean => RESERVED.test(name)

/**
 * What every call sees. It is built from nothing: no variable of the parent process leaks in.
 * `functionEnv` are the variables set on the functions in the console (secrets).
 */
export function baseEnvironment(options: {
  adminUrl: string
  secret: string
  functionEnv: Readonly<Record<string, string>>
}): Record<string, string> {
  for (const name of Object.keys(options.functionEnv)) {
    if (isReserved(name)) throw new Error(`functionEnv may not set ${name}: the cloud sets it`)
  }
  return {
    ...options.functionEnv,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: options.secret,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: options.adminUrl }),
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG,TCB_SOURCE,TCB_SEQID,TCB_ENV',
    TCB_ENV: LOCAL_ENV,
    SCF_NAMESPACE: LOCAL_ENV,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
    WX_APPID: LOCAL_APPID,
    // The SDK's "slow request" timer outlives a failed call and keeps the thread busy.
    SILENCE: 'true',
  }
}

/** What one call sees besides. A key that is absent here is absent for the call: no identity is inherited. */
export function callEnvironment(call: {
  id: string
  token: string
  caller: Caller
  clockOffsetMs: number
}): Record<string, string> {
  const { openid, source } = call.caller
  return {
    ...(openid === undefined ? {} : { WX_OPENID: openid }),
    WX_API_TOKEN: call.token,
    TCB_SOURCE: source,
    TCB_SEQID: call.id,
    ...(source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
    ...(call.clockOffsetMs === 0 ? {} : { MINSHENG_NOW_OFFSET_MS: String(call.clockOffsetMs) }),
  }
}
