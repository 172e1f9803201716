import Taro from '@tarojs/taro'
import type { Point } from './form-model'

/**
 * Where this person is, marked by them on the map, which opens at their place. Rejects when they close it or do not
 * allow it. The H5 build takes locate.h5.ts instead of this file.
 */
export async function locate(): Promise<Point> {
  const { latitude, longitude, name } = await Taro.chooseLocation({})
  return { latitude, longitude, ...(name ? { name: name.slice(0, 60) } : {}) }
}
