import { words } from './fields'
import type { FormOf } from './types'

export const merge: FormOf<'ticket.merge'> = {
  title: '并案',
  button: '并入另一件',
  consequence: '以后跟着主件一起办，反映人会收到主件的消息。并错了可以撤销。',
  fields: [
    { name: 'mainTicketId', label: '主件', type: 'ticket', hint: '还没办结的另一件。' },
    words('words', '并案说明', [0, 300], { optional: true, lines: 3 }),
  ],
}

export const unmerge: FormOf<'ticket.unmerge'> = {
  title: '撤销并案',
  button: '撤销并案',
  consequence: '恢复成单独一件，回到待受理。',
  fields: [words('words', '原因', [2, 300])],
}

export const split: FormOf<'ticket.split'> = {
  title: '拆分',
  button: '拆成几件',
  consequence: '每件单独编号、单独办理，反映人会收到新的编号。拆分后不能合回去。',
  danger: true,
  fields: [
    {
      name: 'parts',
      label: '分成几件',
      hint: '每件写清一件事，尽量用反映人的原话。没有选的照片留在第 1 件。',
      type: 'parts',
      least: 2,
      max: 6,
      min: 10,
      longest: 2000,
      from: ({ words, photos }) => [
        { words: words ?? '', photos: photos.map(({ photo }) => photo) },
        { words: '', photos: [] },
      ],
    },
  ],
}
