import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Icon } from '@/components/icon'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import type { Sent } from '@/features/draft'
import { exactWords, momentWords } from '@/features/time'
import s from './sent-report.module.scss'

const EMERGENCY = [
  { number: '110', what: '报警' },
  { number: '119', what: '火灾、救援' },
  { number: '120', what: '急救' },
]

/** The number large, what happens next and by when. */
export function SentReport({ sent }: { sent?: Sent }) {
  if (!sent) {
    return (
      <Empty
        title="这里没有刚提交的事"
        words="提交后会在这里显示编号和下一步"
        action={{ label: '看我的事项', onClick: () => void Taro.switchTab({ url: '/pages/tickets/index' }) }}
      />
    )
  }
  return (
    <View data-state="filled">
      {sent.advice && (
        <Card tone="danger">
          <NoticeBar icon="warning" tone="danger">
            {sent.advice}
          </NoticeBar>
          {EMERGENCY.map(({ number, what }) => (
            <ListItem
              key={number}
              icon="phone"
              title={`打 ${number}`}
              note={what}
              onClick={() => void Taro.makePhoneCall({ phoneNumber: number })}
            />
          ))}
        </Card>
      )}
      <Card>
        <View className={s.done}>
          <View className={s.mark}>
            <Icon name="done" size="large" />
          </View>
          <View className={s.title}>已经收到</View>
          <View className={s.label}>您的编号</View>
          <View className={s.number}>{sent.number}</View>
          <View className={s.label}>打 12345 时报这个编号，就能查到</View>
        </View>
      </Card>
      <Card>
        <View className={s.label}>接下来</View>
        <View className={s.next}>{sent.next}</View>
        <View className={s.until}>{momentWords(sent.until, Date.now())} 前</View>
        <View className={s.label}>{exactWords(sent.until)}</View>
      </Card>
    </View>
  )
}

/** Where to go from here. */
export function SentReportBar({ sent }: { sent: Sent }) {
  const open = () => void Taro.redirectTo({ url: `/pages/ticket/index?id=${sent.ticketId}` })
  return <Button onClick={open}>看这件事的进展</Button>
}
