import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import type { Role } from '@core/people/words'
import { useQuery } from '@/cloud'
import { ListItem } from '@/components/list-item'
import { HOME_URL } from './urls'
import { planWords } from './words'

type Me = ActionOutput<'people.me'>

/** R-A10: who works at receptions, and who may hold one at a township: these see the door when they do. */
const WORK: readonly Role[] = ['operator', 'leader']
const MAY_HOLD: readonly Role[] = ['unitHead', 'handler']
const open = () => void Taro.navigateTo({ url: HOME_URL })

/** The way to the receptions, with what is due there: today's visitors, a month to publish, outcomes to write down. */
export function ReceptionDoor({ me }: { me: Me }) {
  if (WORK.includes(me.role)) return <Door />
  return MAY_HOLD.includes(me.role) ? <Door sometimes /> : null
}

/** @param sometimes only where there is a reception to go to */
function Door({ sometimes = false }: { sometimes?: boolean }) {
  const { data } = useQuery('reception.today', {})
  if (sometimes && !data?.days.length) return null
  const now = Date.now()
  const plan = data?.plan && planWords(data.plan, now)
  const today = data?.days.filter(({ from, to }) => from - 12 * 3_600_000 < now && now < to).length ?? 0
  const unrecorded = data?.days.reduce((sum, day) => sum + day.unrecorded, 0) ?? 0
  const note = [today > 0 && `今天 ${today} 场`, unrecorded > 0 && `${unrecorded} 位的结果还没登记`, plan]
    .filter(Boolean)
    .join('；')
  return <ListItem icon="calendar" title="领导接待" note={note || undefined} onClick={open} />
}
