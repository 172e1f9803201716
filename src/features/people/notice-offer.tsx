import type { Occasion } from '@core/notices'
import { AllowNotices } from '@/features/notices'
import { useMe } from './use-me'

/** After what a person did: the offer to be told by WeChat what comes of it (R-N1). */
export function NoticeOffer({ occasion }: { occasion: Occasion }) {
  const { data } = useMe()
  return <AllowNotices occasion={occasion} templates={data?.subscribe?.[occasion]} />
}
