import { readFileSync } from 'node:fs'

/** Functions that phones have and the typings leave out. */
const NOT_IN_TYPINGS = `saveFile getFileInfo getSavedFileInfo getSavedFileList removeSavedFile saveFileToDisk
  getSystemInfoAsync createVideoContext getBackgroundAudioManager onAppRoute offAppRoute getShowSplashAdStatus
  checkIsSupportSoterAuthentication canvasToTempFilePath reportMonitor setBackgroundTextStyle chooseContact`

let names: string[] | undefined

/**
 * The name of every function that `wx` has. Taro looks at boot which ones exist and works around the others, so all
 * must exist from the start.
 */
export function wxFunctionNames(): string[] {
  if (names) return names
  const typings = readFileSync(
    require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'),
    'utf8',
  ).replaceAll('\r\n', '\n')
  const start = typings.indexOf('    interface Wx {')
  const declared = typings.slice(start).matchAll(/^ {8}([a-z]\w*)(?:<[\s\S]*?>)?\(/gm)
  const all = new Set([...declared].map((match) => match[1]).concat(NOT_IN_TYPINGS.split(/\s+/)))
  // `resolve` is a callback's parameter that stands at the same depth.
  all.delete('resolve')
  names = [...all]
  return names
}
