import path from 'node:path'
import { scenePhoto } from '../../../demo/photos/scenes'
import { seededRandom } from '../../../demo/random'
import type { LocalCloud } from '../../../localcloud/server'
import { startDemoCloud, type DemoCloudOptions } from '../../support/demo-cloud'
import {
  compile,
  doorBridge,
  launch,
  newPhone,
  type App,
  type LaunchOptions,
  type Media,
  type Program,
} from '../host'

/** The folder of the built mini-program. */
export const DIST = path.resolve(process.env.WEAPP_DIST ?? 'dist/weapp')

/** The built mini-program on the phones of several people, and the cloud behind them. */
export interface Phones {
  cloud: LocalCloud
  program: Program
  /** The mini-program just started by this person, who has agreed to the privacy guide before and wants no messages. */
  start(person: string, options?: Partial<LaunchOptions>): Promise<App>
  /** Ends every mini-program, then the cloud. @throws when one of them reported an error */
  close(): Promise<void>
}

export async function startPhones(options: DemoCloudOptions = {}): Promise<Phones> {
  const program = compile(DIST)
  const { cloud, close } = await startDemoCloud(options)
  const running = new Set<App>()
  return {
    cloud,
    program,
    async start(person, { answers, ...given } = {}) {
      const app = await launch({
        dist: program,
        bridge: doorBridge({ baseUrl: cloud.url, person }),
        // Two cores carry several clouds at once: a busy machine must not look like a broken page.
        patience: 15_000,
        phone: { ...newPhone(), privacyAgreed: true },
        answers: { subscribe: 'reject', ...answers },
        ...given,
      })
      running.add(app)
      const { close } = app
      return Object.assign(app, {
        close() {
          running.delete(app)
          close()
        },
      })
    },
    async close() {
      const faults: unknown[] = []
      for (const app of running) {
        try {
          app.close()
        } catch (error) {
          faults.push(error)
        }
      }
      await close()
      if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('\n'))
    },
  }
}

/** A photo of a road, broken or mended. */
export function roadPhoto(mended: boolean): Media {
  const name = mended ? '修好了.png' : '路坏了.png'
  return { name, bytes: scenePhoto('road', seededRandom(mended ? 2 : 1), mended) }
}

/** A text field by its label, as the driver finds it. */
export const field = (label: string): string =>
  `wx-input[aria-label="${label}"],wx-textarea[aria-label="${label}"]`
