import { StaffOnly, Workbench } from '@/features/workbench'

export default function Home() {
  return <StaffOnly title="工作台">{(me) => <Workbench me={me} />}</StaffOnly>
}
