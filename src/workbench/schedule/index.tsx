import { SchedulePage } from '@/features/reception-desk'
import { StaffOnly } from '@/features/workbench'

export default function Schedule() {
  return <StaffOnly title="接待排班">{(me, { month }) => <SchedulePage me={me} month={month} />}</StaffOnly>
}
