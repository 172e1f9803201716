import { useEffect, useRef, useState } from 'react'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { Button } from '../button'
import { Sheet } from '../sheet'
import s from './privacy.module.scss'

type Answer = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void

/** The page in front answers for the app: the platform allows one listener, pages come and go. */
const questions: { ask?: (answer: Answer) => void } = {}
let listening = false

function listen() {
  if (listening) return
  listening = true
  Taro.onNeedPrivacyAuthorization((resolve: Answer) => {
    if (questions.ask) questions.ask(resolve)
    else resolve({ event: 'disagree' })
  })
}

/**
 * The platform's privacy question (platform.md), asked by it before camera, album, place or phone number.
 * A refusal leaves the page usable. Only in the mini-program.
 */
export function PrivacySheet() {
  const [open, setOpen] = useState(false)
  const waiting = useRef<Answer | undefined>(undefined)

  useEffect(listen, [])
  const takeOver = () => {
    questions.ask = (answer) => {
      waiting.current = answer
      setOpen(true)
    }
  }
  useDidShow(takeOver)
  useDidHide(() => {
    questions.ask = undefined
  })

  const answer = (event: 'agree' | 'disagree') => {
    waiting.current?.({ event, ...(event === 'agree' ? { buttonId: 'privacy-agree' } : {}) })
    waiting.current = undefined
    setOpen(false)
  }
  if (!open) return null
  return (
    <Sheet title="使用前请您同意" onClose={() => answer('disagree')}>
      <Text className={s.words}>
        照片、位置和手机号只用来办理您反映的事，不作别的用途。不同意也可以继续填写，只是不能使用这一项。
      </Text>
      <View className={s.more} onClick={() => void Taro.openPrivacyContract({})}>
        查看《隐私保护指引》
      </View>
      <NativeButton
        id="privacy-agree"
        className={s.agree}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answer('agree')}
      >
        同意
      </NativeButton>
      <Button kind="quiet" onClick={() => answer('disagree')}>
        不同意
      </Button>
    </Sheet>
  )
}
