import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/cloud'
import { SectionTitle } from '@/components/section-title'
import { DateStrip } from './date-strip'
import { byDate } from './days'

const openReception = (date?: string) =>
  void Taro.navigateTo({ url: `/pages/reception/index${date === undefined ? '' : `?date=${date}`}` })

/** For the home page: the dates of this month's receptions; absent while there are none to show. */
export function MonthStrip() {
  const { data } = useQuery('open.schedule', {})
  const days = data?.days.filter(({ kind }) => kind === 'leader') ?? []
  const dates = byDate(days, Date.now())
  if (dates.length === 0) return null
  return (
    <View>
      <SectionTitle more={{ label: '全部', onClick: () => openReception() }}>县领导接待日</SectionTitle>
      <DateStrip dates={dates} onChange={openReception} />
    </View>
  )
}
