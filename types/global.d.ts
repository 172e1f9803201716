/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.png'
declare module '*.jpg'
declare module '*.svg'

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV?: 'development' | 'production' | 'test'
    /** Set by the build, so `if (process.env.TARO_ENV === 'h5')` leaves the other branch out. */
    TARO_ENV?: 'weapp' | 'h5'
    /** CloudBase environment of the mini-program; empty = the one DevTools has chosen (.env.*). */
    TARO_APP_CLOUD_ENV?: string
    /** Where the H5 pages reach the cloud; empty = the host that served them (.env.*). */
    TARO_APP_API_BASE?: string
  }
}
