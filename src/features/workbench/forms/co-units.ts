import { words, photos } from './fields'
import type { FormOf } from './types'

export const coUnitPart: FormOf<'ticket.coUnitPart'> = {
  title: '报送协办情况',
  button: '报送协办情况',
  consequence: '主办单位和中心会看到；本单位的协办部分就完成了。',
  fields: [
    { ...photos, label: '现场照片' },
    words('words', '办理情况', [5, 1000], { placeholder: '做了什么，现在怎么样' }),
  ],
}

export const coUnitObject: FormOf<'ticket.coUnitObject'> = {
  title: '对协办提异议',
  button: '提出异议',
  consequence: '报给中心研究，只能提一次；没有改派之前仍要按期协办。',
  danger: true,
  fields: [words('words', '异议理由', [5, 500], { placeholder: '为什么不该由本单位协办，依据是什么' })],
}
