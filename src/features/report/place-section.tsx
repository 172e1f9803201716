import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { ListItem } from '@/components/list-item'
import { OptionSheet } from '@/components/option-sheet'
import { TextInput } from '@/components/text-input'
import { lookUp, useDirectory } from '@/features/directory'
import type { Draft } from '@/features/draft'
import { anchorOf } from './fields'

type Where = Pick<Draft, 'townshipId' | 'villageId' | 'address' | 'point'>

/** A form that says where it is. */
export interface PlaceForm {
  draft: Where
  errorAt(path: string): string | undefined
  type(change: Partial<Where>): void
  choose(change: Partial<Where>): void
}

/** Where it is: township → village → address; on a phone also a point on the map. All of it may be left out. */
export function PlaceSection({ report }: { report: PlaceForm }) {
  const { draft, errorAt, type, choose } = report
  const { directory, failure, reload } = useDirectory()
  const [asking, setAsking] = useState<'township' | 'village'>()
  const names = directory && lookUp(directory)
  const villages = names?.villagesOf(draft.townshipId) ?? []

  const mark = async () => {
    try {
      const { latitude, longitude, name } = await Taro.chooseLocation({})
      choose({ point: { latitude, longitude, ...(name ? { name: name.slice(0, 60) } : {}) } })
    } catch {
      // Closed, or consent refused: the form stays usable without a point.
    }
  }
  return (
    <View id={anchorOf('place')}>
      <Field
        label="在什么地方"
        optional
        error={errorAt('place.townshipId') ?? (failure && '乡镇名单没有打开，可以直接在上面写清地点')}
        aside={
          failure && (
            <Button kind="quiet" small onClick={reload}>
              再试一次
            </Button>
          )
        }
      >
        <ListItem
          icon="pin"
          title={names?.townshipName(draft.townshipId) ?? '选择乡镇（街道）'}
          onClick={() => setAsking('township')}
        />
        {villages.length > 0 && (
          <ListItem
            icon="building"
            title={names?.villageName(draft.villageId) ?? '选择村（社区）'}
            onClick={() => setAsking('village')}
          />
        )}
      </Field>
      <TextInput
        label="详细地址"
        optional
        initial={draft.address}
        placeholder="如：文化路 12 号门前"
        max={100}
        error={errorAt('place.address')}
        onInput={(address) => type({ address })}
      />
      {process.env.TARO_ENV === 'weapp' && (
        <ListItem
          icon="pin"
          title={draft.point ? (draft.point.name ?? '已在地图上标出') : '在地图上标出位置'}
          value={
            draft.point && (
              <Button kind="quiet" small onClick={() => choose({ point: undefined })}>
                去掉
              </Button>
            )
          }
          onClick={draft.point ? undefined : () => void mark()}
        />
      )}
      {asking === 'township' && names && (
        <OptionSheet
          title="选择乡镇（街道）"
          options={names.townships}
          value={draft.townshipId === undefined ? [] : [draft.townshipId]}
          onChange={([townshipId]) => choose({ townshipId, villageId: undefined })}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'village' && (
        <OptionSheet
          title="选择村（社区）"
          options={villages}
          value={draft.villageId === undefined ? [] : [draft.villageId]}
          onChange={([villageId]) => choose({ villageId })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </View>
  )
}
