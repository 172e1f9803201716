import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { BottomBar } from '../bottom-bar'
import { NoticeBar } from '../notice-bar'
import s from './index.module.scss'
import { PrivacySheet } from './privacy'
import { useShell } from './shell'
import { TopBar } from './top-bar'

export { ShellProvider, useShell, type Shell } from './shell'

interface Props {
  /** Also the heading of the page on H5; in the mini-program the platform shows its own. */
  title: string
  /** A page of the tab bar has nothing to go back to. */
  root?: boolean
  /** The main action, kept in sight above the safe area. */
  bar?: ReactNode
  /** Fills a desktop window instead of the reading column; what is inside scrolls by itself there. */
  wide?: boolean
  children?: ReactNode
}

/** The frame of every page: text scale, title, network, demo person, safe area, privacy question. */
export function Page({ title, root, bar, wide, children }: Props) {
  const { elder, online } = useShell()
  return (
    <View className={`theme ${elder ? 'theme-elder' : ''} ${s.page} ${wide ? s.wide : ''}`}>
      {process.env.TARO_ENV === 'h5' && <TopBar title={title} root={root} />}
      {!online && <NoticeBar icon="offline">现在没有网络。填的内容会留着，有网后再发</NoticeBar>}
      <View className={s.body}>{children}</View>
      {bar && <BottomBar>{bar}</BottomBar>}
      {process.env.TARO_ENV === 'weapp' && <PrivacySheet />}
    </View>
  )
}
