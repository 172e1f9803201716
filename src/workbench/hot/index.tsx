import { HotList } from '@/features/hot'
import { StaffOnly } from '@/features/workbench'

export default function Hot() {
  return <StaffOnly title="热点事项">{() => <HotList />}</StaffOnly>
}
