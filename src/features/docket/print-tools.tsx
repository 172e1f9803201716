import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { printPage } from './print'
import s from './docket.module.scss'

/** The button that prints, or where to go for one. Not on the paper itself. */
export function PrintTools() {
  return (
    <View className={s.tools}>
      {printPage ? (
        <Button icon="print" kind="plain" onClick={printPage}>
          打印
        </Button>
      ) : (
        <View className={s.quiet}>需要打印时，请在电脑浏览器里打开。</View>
      )}
    </View>
  )
}
