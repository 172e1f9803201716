import { LOCAL_APPID } from '../../functions/environment'
import type { PhoneOf } from '../../signin/demo-phone'
import { decodeCloudIds, encodeOpenData, type OpenApiReply } from '../protobuf'

const INVALID_CLOUD_ID = -601005
const CLOUD_ID_OF_ANOTHER = -601007

/**
 * cloud.getOpenData: a cloud id of the demo is `phone:<person id>`; its data are that person's phone number.
 * It serves only the person the function runs for.
 */
export function getOpenData(
  data: Buffer,
  { openid, now, phoneOf }: { openid: string | undefined; now: Date; phoneOf: PhoneOf },
): OpenApiReply {
  const items = decodeCloudIds(data).map((cloudId) => ({ cloudId, json: JSON.stringify(open(cloudId)) }))
  return { svrkitErrorCode: 0, data: encodeOpenData(items) }

  function open(cloudId: string): Record<string, unknown> {
    const owner = /^phone:(.+)$/.exec(cloudId)?.[1]
    if (owner === undefined) return { cloudID: cloudId, errCode: INVALID_CLOUD_ID, errMsg: 'invalid cloudID' }
    if (owner !== openid) {
      const errMsg = 'cloudID and calling user does not match'
      return { cloudID: cloudId, errCode: CLOUD_ID_OF_ANOTHER, errMsg }
    }
    const number = phoneOf(owner)
    const watermark = { timestamp: Math.floor(now.getTime() / 1000), appid: LOCAL_APPID }
    return {
      cloudID: cloudId,
      data: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark },
    }
  }
}
