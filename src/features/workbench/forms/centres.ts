import { words } from './fields'
import type { FormOf } from './types'

export const sendUp: FormOf<'ticket.sendUp'> = {
  title: '交县中心办',
  button: '交县中心办',
  consequence: '改由县中心受理、审核和回访，乡镇中心不再看到这件事。',
  fields: [words('words', '原因', [2, 300], { lines: 3, placeholder: '为什么要县中心办，已经了解到什么' })],
}

export const sendDown: FormOf<'ticket.sendDown'> = {
  title: '交乡镇中心办',
  button: '交乡镇中心办',
  consequence: '由这个乡镇的中心受理、派给乡镇里的单位、审核和回访；县中心看得到，也可以收回。',
  fields: [
    { name: 'unitId', label: '乡镇', type: 'township' },
    words('words', '交办意见', [0, 300], { optional: true, lines: 3 }),
  ],
}
