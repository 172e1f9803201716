import * as cloud from 'wx-server-sdk'

/** The SDK, set up once: the environment is the one this function is deployed in. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export { cloud }
