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
 * What crosses from our code to the view of a phone, where Taro does it wrong or wastes it: runtime.ts.
 *
 * Also tells Taro that there are islands (src/components/island). It learns so only while it parses the module that
 * has one, and a build whose cache holds that module would leave out their template and component.
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
