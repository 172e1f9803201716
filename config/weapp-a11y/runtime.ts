import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './attributes'

// Runs on the phone before any page: without it setAttribute('aria-label') has no short name and never leaves.
mergeInternalComponents(components)
