import { launchPage } from './fixture'
import type { LaunchOptions } from './launch'

/** A PNG of 4 × 3 px, as far as its head tells. */
export const PHOTO = {
  name: '坑.png',
  bytes: Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 4, 0, 0, 0, 3,
  ]),
}

/** A page whose button calls one `wx` function and shows what came back. */
export function launchAsking(call: string, options: Partial<LaunchOptions> = {}, app: object = {}) {
  return launchPage(
    {
      wxml: '<view bindtap="go">做</view><view id="answer">{{answer}}</view>',
      js: `{ async go() {
        try { this.setData({ answer: 'ok ' + JSON.stringify(await ${call}) }) }
        catch (error) { this.setData({ answer: 'fail ' + (error.errMsg || error.message) }) }
      } }`,
    },
    options,
    app,
  )
}

/** Taps the button and reads the answer. */
export async function answerOf(
  call: string,
  options?: Partial<LaunchOptions>,
  app?: object,
): Promise<string> {
  const running = await launchAsking(call, options, app)
  await running.tap('做')
  await running.waitFor(() => running.text('#answer') !== '')
  const answer = running.text('#answer')
  running.close()
  return answer
}
