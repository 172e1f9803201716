import { IntakePage } from '@/features/intake'
import { StaffOnly } from '@/features/workbench'

export default function Intake() {
  return <StaffOnly title="登记来电来访">{(me) => <IntakePage me={me} />}</StaffOnly>
}
