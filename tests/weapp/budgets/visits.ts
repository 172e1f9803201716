import type { App } from '../host'
import type { Phones } from '../support/phones'
import { openScene, seeScene, type Scene } from '../support/scenes'
import { Held } from './touch'

/**
 * The page of a scene, opened as often as there are ways from it. Starting the mini-program costs most of a visit, so
 * one start serves them all until `leave`: what was typed is kept for the next time, and then the page is another.
 */
export class Visits {
  private running: { app: App; held: Held } | undefined

  constructor(
    private readonly phones: Phones,
    private readonly scene: Scene,
  ) {}

  /** The page at rest; from now on the cloud answers nothing, so that a tap shows what it does by itself. */
  async open(): Promise<App> {
    this.running = this.running ? await this.again(this.running) : await this.start()
    const { app, held } = this.running
    app.forget()
    held.hold()
    return app
  }

  /** Ends the mini-program: the next opening starts it anew. @throws when it reported an error */
  leave(): void {
    this.running?.app.close()
    this.running = undefined
  }

  private async start(): Promise<{ app: App; held: Held }> {
    let held!: Held
    const bridge: Scene['bridge'] = (door) => {
      held = new Held(door)
      return held.bridge
    }
    const app = await openScene(this.phones, { ...this.scene, bridge })
    app.answer({ media: 'cancel', location: 'cancel', phoneNumber: 'deny', scan: 'cancel' })
    return { app, held }
  }

  /** Whoever waited on the page that was left hears that there was no network: nothing has happened in the cloud. */
  private async again({ app, held }: { app: App; held: Held }): Promise<{ app: App; held: Held }> {
    while (app.dialog()) await app.answerModal(false)
    held.letGo()
    await app.open(this.scene.url)
    held.drop()
    await seeScene(app, this.scene)
    return { app, held }
  }
}
