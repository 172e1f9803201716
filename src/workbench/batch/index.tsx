import { BatchPage } from '@/features/batch'
import { StaffOnly } from '@/features/workbench'

export default function Batch() {
  return <StaffOnly title="批量派单">{(me) => <BatchPage me={me} />}</StaffOnly>
}
