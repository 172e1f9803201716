import { PhoneBookingPage } from '@/features/phone-booking'
import { StaffOnly } from '@/features/workbench'

export default function PhoneBooking() {
  return <StaffOnly title="电话预约">{(me) => <PhoneBookingPage me={me} />}</StaffOnly>
}
