import { DeskPage } from '@/features/reception-desk'
import { StaffOnly } from '@/features/workbench'

export default function Desk() {
  return <StaffOnly title="接待台">{(me, { id }) => <DeskPage me={me} id={id} />}</StaffOnly>
}
