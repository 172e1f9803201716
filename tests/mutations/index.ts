import { edges } from './edges'
import { handling } from './handling'
import { others } from './others'
import { people } from './people'
import { receptionDesk } from './reception'
import { ticket } from './ticket'
import type { Mutation } from './types'

export const MUTATIONS: readonly Mutation[] = [
  ...people,
  ...ticket,
  ...edges,
  ...handling,
  ...others,
  ...receptionDesk,
]
