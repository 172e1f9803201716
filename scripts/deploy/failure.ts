/** A reason to stop that people can act on: one line, no stack. */
export class DeployFailure extends Error {}

/** What both libraries throw, as far as it tells the reason. */
interface Refused {
  code?: string | number
  action?: string
  message?: string
}

const HELP = '（见 deploy/README.md）'

/** By what the cloud or WeChat says: what to do about it. The first that fits. */
const REASONS: readonly [RegExp, (refused: { action: string; message: string }) => string][] = [
  [
    /UnauthorizedOperation|OperationDenied|NoPermission|no permission/i,
    ({ action }) => `这对云密钥没有权限做 ${action || '这一步'}，请主账号授予云开发和云函数的权限${HELP}`,
  ],
  [
    /AuthFailure|SecretId|signature/i,
    () => `云密钥不对，请检查 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY${HELP}`,
  ],
  [
    /Environment .* not found|InvalidParameter.*EnvId|ResourceNotFound.*Env|EnvBaseInfo|reading 'EnvId'/i,
    () => `这个账号里没有这个云环境，请检查 CLOUDBASE_ENV${HELP}`,
  ],
  [
    /invalid ip/i,
    ({ message }) =>
      `微信不认这台机器的地址 ${/\d+\.\d+\.\d+\.\d+/.exec(message)?.[0] ?? ''}，请把它加进小程序代码上传的 IP 白名单${HELP}`,
  ],
  [/生成本地签名失败|local signature/i, () => `上传密钥用不了，请检查 MINIPROGRAM_KEY_FILE${HELP}`],
  [/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|network/i, () => '连不上网，请检查网络后再来一次'],
]

/**
 * One line for whatever a library threw while doing `step`. Nothing of `secrets` is in it.
 *
 * @param step what was being done, in words
 */
export function explain(step: string, error: unknown, secrets: readonly string[]): DeployFailure {
  if (error instanceof DeployFailure) return error
  const { code = '', action = '', message = String(error) } = error as Refused
  const told = `${code} ${message}`
  const reason = REASONS.find(([pattern]) => pattern.test(told))?.[1]({ action, message })
  const line = `${step}没有成功：${reason ?? told.replace(/\s+/g, ' ').trim().slice(0, 300)}`
  return new DeployFailure(
    secrets.filter(Boolean).reduce((text, secret) => text.replaceAll(secret, '***'), line),
  )
}
