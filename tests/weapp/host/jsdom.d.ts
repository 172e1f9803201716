/** The part of jsdom that the host uses; the package brings no types. */
declare module 'jsdom' {
  export class VirtualConsole {
    on(event: 'jsdomError', listener: (error: Error & { cause?: unknown }) => void): this
  }
  export class JSDOM {
    constructor(
      html: string,
      options: {
        url: string
        runScripts: 'outside-only'
        pretendToBeVisual: boolean
        virtualConsole: VirtualConsole
      },
    )
    readonly window: Window & typeof globalThis
    getInternalVMContext(): import('node:vm').Context
  }
}
