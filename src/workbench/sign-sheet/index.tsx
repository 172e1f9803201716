import { SignSheetPage } from '@/features/docket'
import { StaffOnly } from '@/features/workbench'

export default function SignSheet() {
  return <StaffOnly title="签批单">{(_me, { id }) => <SignSheetPage id={id} />}</StaffOnly>
}
