import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Occasion } from '@core/notices'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { NoticeBar } from '@/components/notice-bar'
import { ask, CAN_ASK, type Consent } from './ask'

const OFFER: Record<Occasion, { words: string; button: string; given: string }> = {
  report: {
    words: '有了进展，可以在微信里告诉您一次。',
    button: '有进展微信告诉我',
    given: '好的，有了进展会在微信里告诉您。',
  },
  booking: {
    words: '接待前一天和开始前，可以在微信里提醒您。',
    button: '到时候微信提醒我',
    given: '好的，到时候会在微信里提醒您。',
  },
  work: {
    words: '有新任务或紧急事项，可以在微信里提醒您。点一次，收一条。',
    button: '有新任务微信提醒我',
    given: '好的，下一条会在微信里提醒您。',
  },
}
const REFUSED = '没关系，消息随时在「消息」里看。'
const OFF = '您在微信里关掉了本小程序的通知。想接收的话：点右上角「…」，进「设置」，打开「通知管理」。'

const key = (occasion: Occasion) => `notices.${occasion}`

interface Props {
  occasion: Occasion
  /** What WeChat is to be asked for; none: nothing is offered. */
  templates?: readonly string[]
  /** The person came to change their mind: offered also to who refused before. */
  anyway?: boolean
}

/**
 * Offers to be told by WeChat (R-N1), at the end of what people did. Who refuses is not asked again on this phone; they
 * find it under 我的.
 */
export function AllowNotices({ occasion, templates, anyway }: Props) {
  const [refusedBefore] = useState(() => Taro.getStorageSync<string>(key(occasion)) === 'refused')
  const [consent, setConsent] = useState<Consent>()
  if (!CAN_ASK || !templates || (refusedBefore && !anyway)) return null
  const { words, button, given } = OFFER[occasion]
  const press = async () => {
    const answer = await ask(templates)
    if (answer === 'given') Taro.removeStorageSync(key(occasion))
    else Taro.setStorageSync(key(occasion), 'refused')
    setConsent(answer)
  }
  return (
    <Card>
      {consent ? (
        <NoticeBar icon={consent === 'given' ? 'done' : 'info'} tone={consent === 'given' ? 'ok' : 'plain'}>
          {consent === 'given' ? given : consent === 'off' ? OFF : REFUSED}
        </NoticeBar>
      ) : (
        <>
          <View>{words}</View>
          <Button kind="plain" icon="bell" onClick={() => void press()}>
            {button}
          </Button>
        </>
      )}
    </Card>
  )
}
