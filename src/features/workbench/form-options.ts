import type { ActionOutput } from '@core/contracts'
import type { SheetOption } from '@/components/option-sheet'
import type { TicketView } from '@core/contracts/ticket/views'
import { lookUp, type Directory } from '@/features/directory'
import type { Field } from './form-model'

/** The units a matter is given to; a township's centre gives it to none outside. */
const GIVEN_TO: readonly string[] = ['leadUnitId', 'coUnitIds']

/** What a field that asks for a unit, a leader or a category offers. Only leaves of the categories can be chosen. */
export function optionsOf(
  { type, name: field }: Field,
  directory: Directory,
  { leadUnitId, centre }: Pick<TicketView, 'leadUnitId' | 'centre'>,
  colleagues?: ActionOutput<'people.colleagues'>['items'],
): readonly SheetOption[] {
  switch (type) {
    case 'unit':
    case 'units': {
      const { units, unitsWithin } = lookUp(directory)
      return centre && GIVEN_TO.includes(field) ? unitsWithin(centre.id) : units
    }
    case 'township':
      return lookUp(directory).townships
    case 'unitBelow':
      return directory.units
        .filter(({ parentId }) => parentId !== undefined && parentId === leadUnitId)
        .map(({ id, name }) => ({ value: id, label: name }))
    case 'colleague':
      return (colleagues ?? []).map(({ id, name, title }) => ({ value: id, label: name, note: title }))
    case 'leader':
      return directory.leaders.map(({ id, name, post }) => ({ value: id, label: name, note: post }))
    case 'category':
      return directory.categories
        .filter(({ parentId }) => parentId !== undefined)
        .map(({ id, name, parentId }) => ({
          value: id,
          label: name,
          note: lookUp(directory).categoryName(parentId),
        }))
    default:
      return []
  }
}
