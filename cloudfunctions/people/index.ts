import { noticeActions } from '@server/notices/notices.actions'
import { peopleActions } from '@server/people/people.actions'
import { createFunction } from '@server/runtime'

export const main = createFunction('people', { ...peopleActions, ...noticeActions })
