import { Undelivered } from '@/features/undelivered'
import { StaffOnly } from '@/features/workbench'

export default function Notices() {
  return (
    <StaffOnly title="没送到的消息" admin>
      {(me) => <Undelivered me={me} />}
    </StaffOnly>
  )
}
