import type { Context } from '../context'
import { ApiFailure, asyncApis, type WxApi } from '../settle'
import type { Place } from '../types'
import type { Privacy } from './privacy'
import type { Scopes } from './scopes'

/** Where the person is, or says something is: `answers.location`. */
export function locationApi(ctx: Context, privacy: Privacy, scopes: Scopes): WxApi {
  const ask = async (name: string): Promise<Place> => {
    await privacy.require(name)
    const { location } = ctx.answers
    if (location === undefined) {
      ctx.journal.fail(`wx.${name} asked for a place, and the test gave no answer (answers.location)`)
      throw new ApiFailure('cancel')
    }
    scopes.require('scope.userLocation', location !== 'deny')
    if (location === 'cancel' || location === 'deny') throw new ApiFailure('cancel')
    return location
  }
  const position = async (name: string) => {
    if (!ctx.program.app.permission?.['scope.userLocation']) {
      ctx.journal.fail(`wx.${name}: app.json gives no reason for it (permission, scope.userLocation)`)
    }
    const { latitude, longitude } = await ask(name)
    return {
      latitude,
      longitude,
      accuracy: 30,
      speed: -1,
      altitude: 0,
      verticalAccuracy: 0,
      horizontalAccuracy: 30,
    }
  }
  return asyncApis(ctx, {
    getLocation: () => position('getLocation'),
    getFuzzyLocation: async () => {
      const { latitude, longitude } = await ask('getFuzzyLocation')
      return { latitude, longitude }
    },
    chooseLocation: async () => ({ name: '', address: '', ...(await ask('chooseLocation')) }),
    openLocation: ({ latitude, longitude }) => {
      if (typeof latitude !== 'number' || typeof longitude !== 'number') {
        throw new ApiFailure('parameter error: latitude and longitude should be Number')
      }
    },
  })
}
