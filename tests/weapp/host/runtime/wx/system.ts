import type { Application } from '../application'
import type { Context } from '../context'
import { asyncApi, type WxApi } from '../settle'

/** The phone, the version and the launch, as `wx` tells them. */
export function systemApi(ctx: Context, application: Application): WxApi {
  const device = () => ({ ...ctx.device })
  const silent = () => ({
    debug() {},
    info() {},
    warn() {},
    error() {},
    log() {},
    setFilterMsg() {},
    addFilterMsg() {},
  })
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: device,
    getWindowInfo: device,
    getDeviceInfo: device,
    getAppBaseInfo: device,
    getSystemSetting: device,
    getSystemInfo: asyncApi(ctx, 'getSystemInfo', device),
    getSystemInfoAsync: asyncApi(ctx, 'getSystemInfoAsync', device),
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      bottom: 80,
      left: 281,
      right: 368,
      width: 87,
      height: 32,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => ({ ...application.launchOptions }),
    getEnterOptionsSync: () => ({ ...application.launchOptions }),
    canIUse: () => true,
    nextTick: (action: () => void) => ctx.later(() => ctx.guard('wx.nextTick', action)),
    // No newer version ever waits on this phone.
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
    getLogManager: silent,
    getRealtimeLogManager: silent,
    reportEvent() {},
    reportMonitor() {},
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      ctx.window.btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(ctx.window.atob(text), (letter) => letter.charCodeAt(0)).buffer,
  }
}
