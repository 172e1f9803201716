import type { SaidBy, SaidHow } from '../words'
import { isEntered } from '../claim'
import { badField, type Context } from './decision'

/** R-T11: what a reporter without WeChat says by phone or at the desk, an operator writes down as the reporter's. */

/** Why an operator may not speak for this reporter, in words; undefined for everybody else. */
export const spokenBlocks = ({ ticket, relation }: Context): string | undefined =>
  relation === 'centre' && !isEntered(ticket.reporter)
    ? '反映人自己在小程序里办理，不由办理员代录'
    : undefined

/**
 * Who said it and how, as the event keeps it. @throws AppError INVALID_INPUT where an operator leaves it out, or where
 * the reporter's own side, which speaks for itself, fills it in
 */
export function spokenFacts(
  { relation }: Context,
  { saidBy, saidHow }: { saidBy?: SaidBy; saidHow?: SaidHow },
): { saidBy?: SaidBy; saidHow?: SaidHow } {
  if (relation !== 'centre') {
    if (saidBy || saidHow) badField('saidBy', '只有办理员代录时才填写是谁说的')
    return {}
  }
  if (!saidBy) badField('saidBy', '请选择是谁说的')
  if (!saidHow) badField('saidHow', '请选择联系方式')
  return { saidBy, saidHow }
}
