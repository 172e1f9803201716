import { HotMatter } from '@/features/hot'
import { StaffOnly } from '@/features/workbench'

export default function HotMatterPage() {
  return <StaffOnly title="热点事项">{(_me, { id }) => <HotMatter matterId={id} />}</StaffOnly>
}
