import { DocketPage } from '@/features/docket'
import { StaffOnly } from '@/features/workbench'

export default function Docket() {
  return <StaffOnly title="卷宗">{(_me, { id }) => <DocketPage id={id} />}</StaffOnly>
}
