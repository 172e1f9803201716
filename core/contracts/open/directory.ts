import * as v from 'valibot'
import { contract } from '../define'

export interface DirectoryView {
  version: number
  county: { code: string; name: string; phone: string }
  townships: { id: string; name: string; villages: { id: string; name: string }[] }[]
  /** Two levels; only leaves are chosen. */
  categories: { id: string; name: string; parentId?: string }[]
  units: {
    id: string
    name: string
    level: 'county' | 'township' | 'department' | 'station' | 'village'
    parentId?: string
    phone?: string
  }[]
  leaders: { id: string; name: string; post: string }[]
}

/** Public lists that forms need: places, categories, units, leaders. Nothing personal. */
export const directory = contract<DirectoryView>()('open.directory', v.strictObject({}))
