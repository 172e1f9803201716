import { useQuery, type Query } from '@/cloud'
import type { ActionOutput } from '@core/contracts'
import type { Role } from '@core/people/words'

/** The caller as the cloud knows them. */
export const useMe = (): Query<ActionOutput<'people.me'>> => useQuery('people.me', {})

/** Everybody but citizens and village agents works in the workbench. */
export const isStaff = (role: Role): boolean => role !== 'citizen' && role !== 'agent'
