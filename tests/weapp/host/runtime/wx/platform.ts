import type { Context } from '../context'
import { Dialogs } from './dialogs'
import { WxEvents } from './events'
import { Files } from './files'
import { Network } from './network'
import { Privacy } from './privacy'
import { Scopes } from './scopes'

/** The parts of the phone that keep something between calls. */
export class Platform {
  readonly events: WxEvents
  readonly files: Files
  readonly privacy: Privacy
  readonly scopes: Scopes
  readonly network: Network
  readonly dialogs: Dialogs

  constructor(ctx: Context) {
    this.events = new WxEvents(ctx)
    this.files = new Files(ctx)
    this.privacy = new Privacy(ctx, this.events)
    this.scopes = new Scopes(ctx)
    this.network = new Network(ctx, this.events)
    this.dialogs = new Dialogs(ctx)
  }

  /** Calls that wait for the person, not for the program. */
  waitingForPerson(): number {
    return this.dialogs.count() + this.privacy.asking
  }
}
