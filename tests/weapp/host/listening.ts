import { launchPage, type FixturePage } from './fixture'

/** A page whose handler `eh` writes down type and detail of every event. */
export function listening(wxml: string, data: object = {}): FixturePage {
  return {
    wxml: `${wxml}<view id="log">{{log}}</view>`,
    js: `{
      data: { log: '', ...${JSON.stringify(data)} },
      eh(event) {
        this.setData({ log: (this.data.log + ' ' + event.type + ' ' + JSON.stringify(event.detail)).trim() })
      },
    }`,
  }
}

/** The page running, and what it wrote down. */
export async function launchListening(wxml: string, data?: object) {
  const app = await launchPage(listening(wxml, data))
  return { app, log: () => app.text('#log') }
}
