import { View } from '@tarojs/components'
import { Keeping } from './keeping'
import { PressBar } from './press-bar'
import { Schedule, useSchedule } from './schedule'

/** The schedule to look at, without login (R-A2). */
export function PublicSchedule() {
  const schedule = useSchedule()
  const days = schedule.data?.days ?? []
  return (
    <View>
      <Schedule schedule={schedule} />
      {days.length > 0 && <PressBar days={days} />}
      <Keeping centreId={schedule.where?.id} />
    </View>
  )
}
