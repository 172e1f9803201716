import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Role } from '@core/people/words'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { Page } from '@/components/page'
import { Sheet } from '@/components/sheet'
import type { Me } from './staff-only'

interface Door {
  icon: IconName
  title: string
  note: string
  url: string
  roles: readonly Role[]
}

/** The other rooms of the workbench, and whose they are. */
const DOORS: readonly Door[] = [
  {
    icon: 'flag',
    title: '热点事项',
    note: '好几个人反映的同一件事',
    url: '/workbench/hot/index',
    roles: ['operator', 'leader', 'supervisor'],
  },
  {
    icon: 'bell',
    title: '没送到的消息',
    note: '要打电话告知的，微信没送到的',
    url: '/workbench/notices/index',
    roles: ['operator', 'supervisor', 'admin'],
  },
  {
    icon: 'calendar',
    title: '值班安排',
    note: '紧急事项马上通知谁',
    url: '/workbench/duty/index',
    roles: ['operator', 'handler', 'unitHead', 'supervisor', 'admin'],
  },
  {
    icon: 'bulb',
    title: '派单建议',
    note: '准不准、自动派单',
    url: '/workbench/routing/index',
    roles: ['operator', 'supervisor', 'admin'],
  },
]

const doorsOf = ({ role }: Me) => DOORS.filter(({ roles }) => roles.includes(role))
const open = (url: string) => void Taro.navigateTo({ url })

/** On a desktop they stand in the rail. */
export function Doors({ me }: { me: Me }) {
  return (
    <>
      {doorsOf(me).map(({ icon, title, url }) => (
        <ListItem key={url} icon={icon} title={title} onClick={() => open(url)} />
      ))}
    </>
  )
}

/** On a phone one line opens them, so that what waits stays in sight. */
export function DoorsSheet({ me }: { me: Me }) {
  const [listing, setListing] = useState(false)
  const doors = doorsOf(me)
  if (doors.length === 0) return null
  return (
    <>
      <ListItem
        icon="list"
        title="其他工作"
        note={doors.map(({ title }) => title).join('、')}
        onClick={() => setListing(true)}
      />
      <Island>
        {listing && (
          <Sheet title="其他工作" onClose={() => setListing(false)}>
            {doors.map(({ icon, title, note, url }) => (
              <ListItem
                key={url}
                icon={icon}
                title={title}
                note={note}
                onClick={() => {
                  setListing(false)
                  open(url)
                }}
              />
            ))}
          </Sheet>
        )}
      </Island>
    </>
  )
}

/** All that an admin has here: they handle no matters. */
export function DoorsPage({ me }: { me: Me }) {
  return (
    <Page title="工作台">
      <View data-state="filled">
        <Card>
          {doorsOf(me).map(({ icon, title, note, url }) => (
            <ListItem key={url} icon={icon} title={title} note={note} onClick={() => open(url)} />
          ))}
        </Card>
      </View>
    </Page>
  )
}
