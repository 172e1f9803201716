import { StaffOnly, Workbench } from '@/features/workbench'

export default function Home() {
  return <StaffOnly title="工作台">{(me, params) => <Workbench me={me} params={params} />}</StaffOnly>
}
