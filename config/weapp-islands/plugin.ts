import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** What this plugin uses of Taro's objects, which have no published types. */
interface Components {
  componentConfig: { thirdPartyComponents: Map<string, Set<string>> }
}
interface Platform {
  platform: string
  runtimePath: string | string[]
}

/**
 * Makes islands (src/components/island) safe in the mini-program. Taro learns that there are any only while it parses
 * the module that has one, so a build whose cache holds that module would leave out their template and component: here
 * it is said in any case. What Taro's runtime does wrong with them is mended by runtime.ts.
 */
export default (ctx: IPluginContext) => {
  ctx.modifyComponentConfig(({ componentConfig }: Components) => {
    componentConfig.thirdPartyComponents.set('custom-wrapper', new Set())
  })
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (platform.platform !== 'weapp') return
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.ts')].flat()
    },
  })
}
