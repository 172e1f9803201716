import { View } from '@tarojs/components'
import { useQuery } from '@/cloud'
import { Card } from '@/components/card'
import { SectionTitle } from '@/components/section-title'
import { dayWords } from '@/features/time'
import s from './recent-results.module.scss'

const MOST = 4

/** This month's count and the latest closed matters by category and place; absent while there is nothing to tell. */
export function RecentResults() {
  const { data } = useQuery('open.recent', {})
  if (!data || (data.closedThisMonth === 0 && data.items.length === 0)) return null
  const now = Date.now()
  return (
    <View>
      <SectionTitle>最近办结</SectionTitle>
      <Card>
        <View className={s.figures}>
          <View className={s.figure}>
            <View className={s.number}>{data.closedThisMonth}</View>
            本月办结（件）
          </View>
          {data.satisfaction !== undefined && (
            <View className={s.figure}>
              <View className={s.number}>{(data.satisfaction * 100).toFixed(1)}%</View>
              群众满意率
            </View>
          )}
        </View>
        {data.items.slice(0, MOST).map((item, index) => (
          <View key={index} className={s.item}>
            {item.category} · {item.place}
            <View className={s.note}>
              {item.unit} · {dayWords(item.closedAt, now)}办结
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}
