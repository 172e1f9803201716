import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { useShell } from '@/components/page'
import { SwitchRow } from '@/components/switch-row'
import { AllowNotices } from '@/features/notices'
import { ROLES } from '@core/people/words'
import s from './my-page.module.scss'
import { isStaff, useMe } from './use-me'
import { WechatPhone } from './wechat-phone'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** Who I am here, and the ways to what is mine. Works without the network too: the ways stay. */
export function MyPage() {
  const { data: me, failure, reload } = useMe()
  const { elder, setElder, demoPerson } = useShell()
  const staff = me && isStaff(me.role)
  return (
    <View data-state={me ? 'filled' : failure ? 'error' : 'loading'}>
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          <View>{failure.message}</View>
          <Button kind="quiet" small icon="refresh" onClick={() => void reload()}>
            再试一次
          </Button>
        </NoticeBar>
      )}
      <Card>
        <View className={s.person}>
          <View className={s.face}>
            <Icon name="person" size="large" />
          </View>
          <View className={s.who}>
            <View className={s.name}>{staff ? (me.name ?? ROLES[me.role]) : '微信用户'}</View>
            <View className={s.note}>
              {staff
                ? [me.unitName, me.title ?? ROLES[me.role]].filter(Boolean).join(' · ')
                : `手机号 ${me?.phone ?? '未填写'}`}
            </View>
          </View>
        </View>
        {me && !staff && me.phone === undefined && <WechatPhone onVerified={() => void reload()} />}
      </Card>
      {staff && (
        <Card tone="main">
          <ListItem icon="work" title="工作台" note="待我办的事" onClick={go('/workbench/home/index')} />
        </Card>
      )}
      <Card>
        <ListItem icon="calendar" title="我的预约" onClick={go('/pages/bookings/index')} />
        <ListItem
          icon="people"
          title="接待公示"
          note="哪位领导哪天接待"
          onClick={go('/open/schedule/index')}
        />
      </Card>
      <AllowNotices
        occasion={staff ? 'work' : 'report'}
        templates={me?.subscribe?.[staff ? 'work' : 'report']}
        anyway
      />
      <Card>
        <SwitchRow title="大字版" note="字更大，按钮更大，首页更简单" on={elder} onChange={setElder} />
      </Card>
      {demoPerson && (
        <Card>
          <ListItem
            icon="swap"
            title="换一个演示人物"
            note={`现在是 ${demoPerson.name}`}
            onClick={demoPerson.switchPerson}
          />
        </Card>
      )}
    </View>
  )
}
