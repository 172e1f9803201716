import type { ActionOutput } from '@core/contracts'

export type Roster = ActionOutput<'people.roster'>
export type Shift = keyof Roster['days'][number]['shifts']
export const SHIFT_WORDS: Record<Shift, string> = { day: '白班 8:00–20:00', night: '夜班 20:00–次日 8:00' }
