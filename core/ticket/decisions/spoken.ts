import { hasWechat } from '../../people/entered'
import { personKey } from '../audience'
import { isEntered } from '../claim'
import type { SaidBy, SaidHow } from '../words'
import { badField, type Context, type Telling } from './decision'

/**
 * R-T11: what a reporter says by phone or at the desk, an operator writes down as the reporter's. Who has WeChat may
 * call as well as anybody; they are told what was written down, and only they themselves end their matter.
 */

/** Why nothing can be written down for this reporter, in words. */
export const spokenBlocks = ({ ticket, relation }: Context): string | undefined =>
  relation === 'centre' && !ticket.reporter ? '没有留下反映人，不能代录' : undefined

/** Why an operator may not withdraw for this reporter, in words: a voice on the phone is no proof of who it is. */
export const withdrawalBlocks = ({ ticket, relation }: Context): string | undefined =>
  relation === 'centre' && !isEntered(ticket.reporter)
    ? '反映人用微信反映的，请本人在小程序里撤回'
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

/** A reporter with WeChat hears that something was written down as theirs, in case it was not they who called. */
export function toldOfSpoken({ ticket, relation, knowledge }: Context): Telling[] {
  const { reporter, number } = ticket
  if (relation !== 'centre' || !reporter || !hasWechat(reporter.personId)) return []
  const words = `中心把您来电或到窗口说的记在了编号 ${number} 里。如果不是您说的，请拨打 ${knowledge.county.phone}。`
  return [{ to: personKey(reporter.personId), title: '中心替您记下了', words, template: 'ticket.progress' }]
}
