import Taro from '@tarojs/taro'

/** Whether this build can ask: WeChat can. */
export const CAN_ASK = true

/** `off`: the person has switched off all messages of the mini-program, so nothing was asked. */
export type Consent = 'given' | 'refused' | 'off'

/** The main switch is off: WeChat asks nobody. */
const SWITCHED_OFF = 20004

/** Asks for one message of each template (R-N1). To be called in a tap, with nothing awaited before it. */
export async function ask(templates: readonly string[]): Promise<Consent> {
  try {
    const answer = (await Taro.requestSubscribeMessage({
      tmplIds: [...templates],
      entityIds: [],
    })) as unknown as Record<string, unknown>
    return templates.some((id) => String(answer[id]).startsWith('accept')) ? 'given' : 'refused'
  } catch (error) {
    return (error as { errCode?: number }).errCode === SWITCHED_OFF ? 'off' : 'refused'
  }
}
