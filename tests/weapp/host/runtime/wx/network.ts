import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'
import type { WxEvents } from './events'

/** The network, which the test may take away. */
export class Network {
  constructor(
    private readonly ctx: Context,
    private readonly events: WxEvents,
  ) {}

  setOffline(offline: boolean): void {
    if (this.ctx.offline === offline) return
    this.ctx.offline = offline
    this.events.emit('onNetworkStatusChange', { isConnected: !offline, networkType: this.type() })
  }

  /** @throws ApiFailure as `wx.cloud` answers without a network */
  require(): void {
    if (this.ctx.offline) throw new ApiFailure('Error: errCode: -1  | errMsg: request:fail ', { errCode: -1 })
  }

  api(): WxApi {
    return asyncApis(this.ctx, {
      getNetworkType: () => ({ networkType: this.type(), signalStrength: 100, hasSystemProxy: false }),
      getLocalIPAddress: () => ({ localip: '192.168.1.2', netmask: '255.255.255.0' }),
    })
  }

  private type(): string {
    return this.ctx.offline ? 'none' : 'wifi'
  }
}
