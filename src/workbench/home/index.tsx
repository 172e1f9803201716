import { DoorsPage, StaffOnly, Workbench } from '@/features/workbench'

export default function Home() {
  return (
    <StaffOnly title="工作台" admin>
      {(me, params) => (me.role === 'admin' ? <DoorsPage me={me} /> : <Workbench me={me} params={params} />)}
    </StaffOnly>
  )
}
