import { Button as NativeButton, View } from '@tarojs/components'
import { NoticeBar } from '@/components/notice-bar'
import { useCommand } from '@/cloud'
import s from './wechat-phone.module.scss'

/**
 * WeChat's own button that offers the verified phone number; the cloud exchanges its code (R-X3). Nothing happens when
 * the person says no. Only the mini-program has it.
 */
export function WechatPhone({ onVerified }: { onVerified(masked: string): void }) {
  const verify = useCommand('people.verifyPhone')
  if (process.env.TARO_ENV !== 'weapp') return null
  return (
    <View>
      <NativeButton
        className={s.button}
        openType="getPhoneNumber"
        onGetPhoneNumber={async (event) => {
          if (!event.detail.code) return
          const answer = await verify.send({ code: event.detail.code })
          if (answer) onVerified(answer.phone)
        }}
      >
        使用微信绑定的手机号
      </NativeButton>
      {verify.failure && <NoticeBar tone="danger">{verify.failure.message}</NoticeBar>}
    </View>
  )
}
