import type { PlannedDay } from '@core/reception/month'
import { people } from '../county/people'
import { OWN_CENTRES, units } from '../county/units'

/** R-A10: what a township with a centre of its own plans for these working days: a leader on duty on every one of them. */
export interface TownshipCentre {
  id: string
  days(workdays: readonly string[]): PlannedDay[]
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()
const TUESDAY = 2
const THURSDAY = 4

export const townshipCentres: TownshipCentre[] = OWN_CENTRES.map((id) => {
  const name = units.find((unit) => unit.id === id)!.shortName
  const duty = people.filter(
    ({ staff }) => staff?.unitId === id && (staff.role === 'unitHead' || staff.role === 'handler'),
  )
  const place = `${name}便民服务大厅`
  return {
    id,
    days: (workdays) => [
      ...workdays.map((date, index) => {
        const leader = duty[index % duty.length]!
        return {
          ...morning(`${id}-${date}`, date, place),
          kind: 'leader' as const,
          leaderId: leader.id,
          leaderName: leader.name,
          post: `值班领导（${leader.staff!.title}）`,
          unitIds: [id],
          topics: ['宅基地', '低保和救助', '道路', '饮水', '邻里纠纷', '其他'],
        }
      }),
      ...helpers(id, `${name}司法所`, place, workdays),
    ],
  }
})

/** Mediation on Tuesdays, legal aid on Thursdays: the same slots, other people (R-A10). */
export function helpers(
  prefix: string,
  office: string,
  place: string,
  workdays: readonly string[],
): PlannedDay[] {
  return workdays.flatMap((date): PlannedDay[] => {
    if (weekdayOf(date) === TUESDAY)
      return [
        {
          ...afternoon(`${prefix}-${date}-m`, date, place),
          kind: 'mediation',
          leaderId: `host.${prefix}-m`,
          leaderName: '方志和',
          post: `${office}调解员`,
          unitIds: [],
          topics: ['邻里纠纷', '婚姻家庭', '土地边界', '欠款', '其他'],
        },
      ]
    if (weekdayOf(date) === THURSDAY)
      return [
        {
          ...afternoon(`${prefix}-${date}-l`, date, place),
          kind: 'legalAid',
          leaderId: `host.${prefix}-l`,
          leaderName: '尹正平',
          post: `${office}值班律师`,
          unitIds: [],
          topics: ['讨薪', '工伤', '赡养', '合同', '其他'],
        },
      ]
    return []
  })
}

const hours = (id: string, date: string, place: string) => ({ id, date, place, slotMinutes: 30, seats: 1 })
const morning = (id: string, date: string, place: string) => ({
  ...hours(id, date, place),
  from: '09:00',
  to: '11:00',
})
const afternoon = (id: string, date: string, place: string) => ({
  ...hours(id, date, place),
  from: '14:30',
  to: '16:30',
})
