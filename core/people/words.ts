/** Roles as in domain section 1. Pages may import this file's values: it is data for display, no rule. */
export const ROLES = {
  citizen: '群众',
  agent: '村级协管员',
  operator: '中心办理员',
  handler: '单位经办人',
  unitHead: '单位负责人',
  leader: '县领导',
  supervisor: '督查员',
  admin: '管理员',
} as const
export type Role = keyof typeof ROLES

/** R-T5: contacts that are no matter. */
export const INVALID_CONTACTS = {
  silence: '无人说话',
  wrongNumber: '打错电话',
  abuse: '辱骂骚扰',
} as const
export type InvalidContact = keyof typeof INVALID_CONTACTS
