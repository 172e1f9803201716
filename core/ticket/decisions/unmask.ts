import { isSensitive } from '../access'
import { STATUSES, type Status } from '../words'
import { decision, refuseIf } from './decision'

/** R-P4, R-X6: reading a name and a phone leaves an event; the service writes the audit entry beside it. */
export const unmask = decision('ticket.unmask', {
  also: Object.keys(STATUSES) as Status[],
  blocked({ ticket, relation }) {
    if (!ticket.reporter) return '匿名件没有反映人信息'
    return relation === 'leadUnit' && isSensitive(ticket)
      ? '保密件和举报件的反映人信息不对承办单位公开'
      : undefined
  },
  decide({ relation }, { purpose }) {
    refuseIf(relation === 'leadUnit' && purpose !== 'contact' && '承办单位只能为联系反映人查看')
    return { internal: true, facts: { purpose } }
  },
})
