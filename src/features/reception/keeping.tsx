import { View } from '@tarojs/components'
import { useQuery } from '@/cloud'
import { Card } from '@/components/card'
import { NoticeBar } from '@/components/notice-bar'
import { SectionTitle } from '@/components/section-title'
import s from './keeping.module.scss'

/** R-A2: how each leader kept the days that were promised, counted at the desk; absent while there is nothing to count. */
export function Keeping({ centreId }: { centreId?: string }) {
  const { data } = useQuery('open.keeping', centreId === undefined ? {} : { centreId })
  if (!data || data.leaders.length === 0) return null
  return (
    <View className={s.kept}>
      {data.gaps.length > 0 && (
        <NoticeBar icon="info">
          {data.gaps
            .map(({ month, name, reason }) => `${Number(month.slice(5))} 月 ${name} 没有接待日：${reason}`)
            .join('；')}
        </NoticeBar>
      )}
      <SectionTitle>近一年接待情况</SectionTitle>
      <Card>
        {data.leaders.map((leader) => (
          <View key={`${leader.name}-${leader.post}`} className={s.line}>
            <View className={s.who}>
              {leader.name}
              <View className={s.post}>{leader.post}</View>
            </View>
            <View className={s.counts}>
              <View>{`按时 ${leader.kept} 次 · 未接待 ${leader.missed} 次`}</View>
              <View className={s.post}>
                {`改期或换人 ${leader.moved} 次 · 接待群众 ${leader.visitors} 人`}
                {leader.satisfied !== undefined && ` · 满意 ${Math.round(leader.satisfied * 100)}%`}
              </View>
            </View>
          </View>
        ))}
      </Card>
      <View className={s.post}>从接待台的签到和叫号自动统计，不由人填报。</View>
    </View>
  )
}
