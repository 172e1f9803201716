import { useState } from 'react'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { lookUp, useDirectory } from '@/features/directory'
import type { Where } from './where'

const COUNTY = { value: 'county', label: '县里' }

interface Props {
  where?: Where
  onChange(where: Where | undefined): void
}

/** R-A10: the county's receptions, or those of a township, which has a leader on duty every day. */
export function WherePicker({ where, onChange }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Card>
        <ListItem
          icon="building"
          title={`接待地点：${where ? where.name : COUNTY.label}`}
          note={where ? '点这里换到县里或别的乡镇' : '乡镇每天也有领导值班，点这里选'}
          onClick={() => setOpen(true)}
        />
      </Card>
      {open && <Places where={where} onChange={onChange} onClose={() => setOpen(false)} />}
    </>
  )
}

function Places({ where, onChange, onClose }: Props & { onClose(): void }) {
  const { directory, failure } = useDirectory()
  const townships = directory ? lookUp(directory).townships : []
  const choose = (chosen: string | undefined) => {
    const township = townships.find(({ value }) => value === chosen)
    onChange(township && { id: township.value, name: township.label })
  }
  if (failure) {
    return (
      <NoticeBar tone="danger" icon="warning">
        {failure.message}
      </NoticeBar>
    )
  }
  return (
    <OptionSheet
      title="在哪里接待"
      options={[COUNTY, ...townships]}
      value={[where?.id ?? COUNTY.value]}
      onChange={([chosen]) => choose(chosen)}
      onClose={onClose}
    />
  )
}
