import * as v from 'valibot'
import { CALL_OUTCOMES } from '../../notices/words'
import type { CallOutcome } from '../../notices/types'
import { contract } from '../define'
import { choice, noticeId, text } from '../fields'

/** R-N3: somebody without WeChat was called; they count as told only once they were reached. */
export const noteCall = contract<{ told: boolean }>()(
  'people.noteCall',
  v.strictObject({
    noticeId: noticeId(),
    outcome: choice('结果', Object.keys(CALL_OUTCOMES) as [CallOutcome, ...CallOutcome[]]),
    words: v.optional(text('说明', 0, 300)),
  }),
)
