import { ReceptionHome } from '@/features/reception-desk'
import { StaffOnly } from '@/features/workbench'

export default function Reception() {
  return <StaffOnly title="领导接待">{(me) => <ReceptionHome me={me} />}</StaffOnly>
}
