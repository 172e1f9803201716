import Taro from '@tarojs/taro'

/** Scans a QR code with the camera; undefined where there is none to scan with (the browser's twin: scan.h5.ts). */
export const scan: (() => Promise<string | undefined>) | undefined = async () => {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    // Closed without scanning.
    return undefined
  }
}
