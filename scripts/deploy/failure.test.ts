import { DeployFailure, explain } from './failure'

/** As both libraries throw, with the codes of Tencent Cloud's and WeChat's answers. */
const refusal = (message: string, code: string | number = '', action = '') =>
  Object.assign(new Error(message), { code, action })

it.each([
  ['没有权限做 CreateTable', refusal('you are not authorized', 'UnauthorizedOperation', 'CreateTable')],
  ['没有权限做 UpdateFunctionCode', refusal('no', 'AuthFailure.UnauthorizedOperation', 'UpdateFunctionCode')],
  ['云密钥不对', refusal('[DescribeEnvInfo] The SecretId is not found', 'AuthFailure.SecretIdNotFound')],
  ['云密钥不对', refusal('wrong', 'AuthFailure.SignatureFailure')],
  ['没有这个云环境', refusal('Environment county-1 not found')],
  ['没有这个云环境', new TypeError("Cannot read properties of undefined (reading 'EnvId')")],
  ['203.0.113.9', refusal('Error: {"errCode":-10008,"errMsg":"invalid ip: 203.0.113.9"}', 20003)],
  ['MINIPROGRAM_KEY_FILE', refusal('生成本地签名失败。通常是key文件编码或者内容有误。', 20002)],
  ['连不上网', refusal('request failed, reason: getaddrinfo ENOTFOUND tcb.tencentcloudapi.com')],
  ['上传没有成功：99 something new', refusal('something\n  new', 99)],
])('one line: %s', (words, error) => {
  const failure = explain('上传', error, [])
  expect(failure).toBeInstanceOf(DeployFailure)
  expect(failure.message).toContain(words)
  expect(failure.message).not.toContain('\n')
})

it('never repeats a secret', () => {
  expect(
    explain('上传', refusal('Credential=AKIDabc/2026 key s3cret'), ['s3cret', 'AKIDabc', '']).message,
  ).toBe('上传没有成功：Credential=***/2026 key ***')
})
