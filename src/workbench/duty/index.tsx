import { DutyRoster } from '@/features/duty'
import { StaffOnly } from '@/features/workbench'

export default function Duty() {
  return (
    <StaffOnly title="值班安排" admin>
      {(me) => <DutyRoster me={me} />}
    </StaffOnly>
  )
}
