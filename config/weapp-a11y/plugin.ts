import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import type { components } from './attributes'

/** What this plugin uses of Taro's platform object, which has no published type. */
interface Platform {
  platform: string
  runtimePath: string | string[]
  template: { mergeComponents(ctx: IPluginContext, patch: typeof components): void }
}

/**
 * Screen readers on a phone: Taro writes no `aria-*` into the mini-program's template. This adds them to the
 * template when building and to the table by which the runtime names attributes; either alone has no effect.
 *
 * @param options.components the attributes by component; passed in, because Taro compiles only this file of the plugin
 */
export default (ctx: IPluginContext, options: { components: typeof components }) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, structuredClone(options.components))
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.ts')].flat()
    },
  })
}
