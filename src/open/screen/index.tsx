import { useRouter } from '@tarojs/taro'
import { Screen } from '@/features/screen'

/** 大屏: the lobby's screen, without login, for days on end (R-G3). */
export default function ScreenPage() {
  const { centre } = useRouter().params
  return <Screen centreId={centre} />
}
