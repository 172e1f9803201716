import { useState } from 'react'
import { View } from '@tarojs/components'
import { ListItem } from '@/components/list-item'
import { OptionSheet } from '@/components/option-sheet'
import { namesAccused, type Draft } from '@/features/draft'
import { lookUp, useDirectory } from '@/features/directory'
import { anchorOf } from './fields'

/** A form that names whom it is about. */
export interface AccusedForm {
  draft: Pick<Draft, 'kind' | 'accusedUnitIds'>
  choose(change: { accusedUnitIds: string[] }): void
}

/** R-P5: whom a complaint or report is about, so that it is never handled by them. */
export function AccusedSection({ report }: { report: AccusedForm }) {
  const { draft, choose } = report
  const { directory } = useDirectory()
  const [open, setOpen] = useState(false)
  if (!namesAccused(draft.kind) || !directory) return null
  const names = lookUp(directory)
  const chosen = draft.accusedUnitIds.flatMap((id) => names.unitName(id) ?? [])
  return (
    <View id={anchorOf('accusedUnitIds')}>
      <ListItem
        icon="building"
        title={chosen.length === 0 ? '涉及哪个单位（选填）' : chosen.join('、')}
        note="不会交给它办，也不会让它看到"
        onClick={() => setOpen(true)}
      />
      {open && (
        <OptionSheet
          title="涉及哪个单位"
          options={names.units}
          value={draft.accusedUnitIds}
          max={5}
          search="写几个字来找，如：水务"
          onChange={(accusedUnitIds) => choose({ accusedUnitIds })}
          onClose={() => setOpen(false)}
        />
      )}
    </View>
  )
}
