import { RoutingPage } from '@/features/routing'
import { StaffOnly } from '@/features/workbench'

export default function Routing() {
  return (
    <StaffOnly title="派单建议" admin>
      {() => <RoutingPage />}
    </StaffOnly>
  )
}
