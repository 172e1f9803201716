import { useEffect } from 'react'
import { showUnread } from '@/features/notices'
import { isStaff, useMe } from '@/features/people'

/** What the home page knows of who opened it; tells the tab bar how many notices are unread. */
export function useHome(): { staff: boolean; unitName?: string } {
  const { data: me } = useMe()
  const unread = me?.unread
  useEffect(() => {
    if (unread !== undefined) showUnread(unread)
  }, [unread])
  return { staff: me !== undefined && isStaff(me.role), unitName: me?.unitName }
}
