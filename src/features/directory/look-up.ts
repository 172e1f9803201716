import type { ActionOutput } from '@core/contracts'

export type Directory = ActionOutput<'open.directory'>

const LEVELS = {
  county: '县级',
  township: '乡镇（街道）',
  department: '县直部门',
  station: '站所',
  village: '村（社区）',
}

export interface LookUp {
  townshipName(id: string | undefined): string | undefined
  villageName(id: string | undefined): string | undefined
  unitName(id: string | undefined): string | undefined
  categoryName(id: string | undefined): string | undefined
  /** Options for an OptionSheet. */
  townships: { value: string; label: string }[]
  villagesOf(townshipId: string | undefined): { value: string; label: string }[]
  units: UnitOption[]
  /** A unit and those right below it. */
  unitsWithin(id: string): UnitOption[]
}

type UnitOption = { value: string; label: string; note: string }

/** Names by id, and choices, from the directory. */
export function lookUp(directory: Directory): LookUp {
  const name = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((entry) => entry.id === id)?.name
  const asOption = ({ id, name: label }: { id: string; name: string }) => ({ value: id, label })
  const villages = directory.townships.flatMap((township) => township.villages)
  const unitOption = (unit: Directory['units'][number]) => ({
    ...asOption(unit),
    note: name(directory.units, unit.parentId) ?? LEVELS[unit.level],
  })
  return {
    townshipName: (id) => name(directory.townships, id),
    villageName: (id) => name(villages, id),
    unitName: (id) => name(directory.units, id),
    categoryName: (id) => name(directory.categories, id),
    townships: directory.townships.map(asOption),
    villagesOf: (id) => (directory.townships.find((entry) => entry.id === id)?.villages ?? []).map(asOption),
    units: directory.units.map(unitOption),
    unitsWithin: (top) =>
      directory.units.filter(({ id, parentId }) => id === top || parentId === top).map(unitOption),
  }
}
