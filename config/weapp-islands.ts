import type { IPluginContext } from '@tarojs/service'

/** What this plugin uses of Taro's table of components, which has no published type. */
interface Components {
  componentConfig: { thirdPartyComponents: Map<string, Set<string>> }
}

/**
 * Says that the mini-program has islands (src/components/island). Taro learns it only while it parses the module that
 * uses one, so a build whose cache holds that module would leave the template and the component out.
 */
export default (ctx: IPluginContext) => {
  ctx.modifyComponentConfig(({ componentConfig }: Components) => {
    componentConfig.thirdPartyComponents.set('custom-wrapper', new Set())
  })
}
