import { useState } from 'react'
import { View } from '@tarojs/components'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { dateWords } from '@/features/time'
import { SHIFT_WORDS, type Roster, type Shift } from './shifts'

interface Props {
  roster: Roster
  day: string
  shift: Shift
  onDone(roster: Roster): void
  onClose(): void
}

/** Who of the unit is on duty in one shift; nobody chosen leaves it to the head. */
export function ShiftSheet({ roster, day, shift, onDone, onClose }: Props) {
  const planned = roster.days.find((each) => each.day === day)?.shifts[shift] ?? []
  const [chosen, setChosen] = useState(planned.map(({ id }) => id))
  const { send, busy, failure, fields } = useCommand('people.setDuty')
  const press = async () => {
    const answer = await send({ unitId: roster.unitId, day, shift, personIds: chosen })
    if (answer) onDone(answer)
  }
  const problem = fields.personIds ?? fields.day ?? failure?.message
  return (
    <Sheet
      title={`${dateWords(day)} ${SHIFT_WORDS[shift]}`}
      onClose={onClose}
      bar={
        <>
          {problem && (
            <NoticeBar icon="warning" tone="danger">
              {problem}
            </NoticeBar>
          )}
          <Button busy={busy} onClick={() => void press()}>
            定下来
          </Button>
        </>
      }
    >
      <View>一班最多 3 人。有紧急事项时，选中的人马上收到通知；都不选，就找负责人。</View>
      <Chips
        label="值班人员"
        options={roster.staff.map(({ id, name, title }) => ({
          value: id,
          label: title ? `${name}（${title}）` : name,
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </Sheet>
  )
}
