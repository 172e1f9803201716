import { words, photos } from './fields'
import type { FormOf } from './types'

export const sign: FormOf<'ticket.sign'> = {
  title: '签收',
  button: '签收',
  consequence: '表示本单位已经接手。',
  direct: true,
  fields: [],
}

export const firstContact: FormOf<'ticket.firstContact'> = {
  title: '记录首次联系',
  button: '记下首次联系',
  consequence: '记入办理过程；接手后 1 个工作日内要联系反映人。',
  fields: [
    {
      name: 'how',
      label: '联系方式',
      type: 'choice',
      options: { phone: '打电话', visit: '上门', message: '发消息', throughCentre: '由中心转达' },
    },
    words('words', '联系情况', [2, 500], { placeholder: '谁联系的，反映人怎么说' }),
  ],
}

export const note: FormOf<'ticket.note'> = {
  title: '写进展',
  button: '写进展',
  consequence: '记入办理过程。',
  fields: [
    { ...photos, label: '现场照片' },
    words('words', '进展', [2, 1000]),
    {
      name: 'open',
      label: '是否告知反映人',
      type: 'flag',
      yes: '告知反映人',
      no: '只给工作人员看',
    },
  ],
}

export const checkIn: FormOf<'ticket.checkIn'> = {
  title: '现场签到',
  button: '到现场签到',
  consequence: '记下到达时间和位置，反映人会知道有人到了现场。',
  fields: [
    { ...photos, label: '现场照片', optional: false },
    { name: 'point', label: '所在位置', type: 'point' },
    words('words', '现场情况', [0, 500], { optional: true, lines: 3 }),
  ],
}

export const passDown: FormOf<'ticket.passDown'> = {
  title: '交下级单位承办',
  button: '交下级单位',
  consequence: '期限不变；下级单位去办，结果仍由本单位负责人报送。',
  fields: [
    { name: 'unitId', label: '下级单位', type: 'unitBelow' },
    words('words', '要求', [0, 500], { optional: true, lines: 3 }),
  ],
}

export const returnTicket: FormOf<'ticket.returnTicket'> = {
  title: '退单',
  button: '退回中心',
  consequence: '一件事只能退一次；之后由中心指定单位，不能再退。',
  danger: true,
  fields: [
    {
      name: 'ground',
      label: '退单理由',
      type: 'choice',
      options: { notOurPower: '不是本单位职权', wrongPlace: '不在本单位辖区' },
    },
    words('basis', '依据', [5, 500], { placeholder: '权责清单哪一条，或实际地点在哪里' }),
    { name: 'suggestedUnitId', label: '建议由谁办', type: 'unit', optional: true },
  ],
}

export const assign: FormOf<'ticket.assign'> = {
  title: '指定经办人',
  button: '指定经办人',
  consequence: '这位同事会收到通知；全单位的人仍能看到和办理。',
  fields: [
    { name: 'personId', label: '经办人', type: 'colleague' },
    words('words', '要求', [0, 300], { optional: true, lines: 3 }),
  ],
}
