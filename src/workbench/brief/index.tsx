import { BriefPage } from '@/features/reception-desk'
import { StaffOnly } from '@/features/workbench'

export default function Brief() {
  return <StaffOnly title="接待前简报">{(_me, { id }) => <BriefPage id={id} />}</StaffOnly>
}
