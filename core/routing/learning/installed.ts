import type { Knowledge } from '../../knowledge/types'
import { NotAModel, type CategoryModel } from '../category'
import { leavesOf } from './learned'

/**
 * A model that was trained elsewhere, with its labels turned into this county's categories (R-D1): a label is a
 * category's id or its name, as whoever sorted the messages wrote it.
 *
 * @throws NotAModel naming every label that is no category here, or two that are the same one
 */
export function forCounty(model: CategoryModel, knowledge: Pick<Knowledge, 'categories'>): CategoryModel {
  const leaves = leavesOf(knowledge)
  const idOf = (label: string): string | undefined => {
    const named = leaves.filter(({ name }) => name === label)
    return leaves.find(({ id }) => id === label)?.id ?? (named.length === 1 ? named[0]!.id : undefined)
  }
  const ids = model.labels.map(idOf)
  const foreign = model.labels.filter((_, k) => ids[k] === undefined)
  if (foreign.length > 0) {
    const known = leaves.map(({ id, name }) => `${name}（${id}）`).join('、')
    throw new NotAModel(
      `模型里有本县没有的类别：${foreign.join('、')}。训练数据里的类别要写本县末级类别的名称或编号：${known}`,
    )
  }
  const twice = model.labels.filter((_, k) => ids.indexOf(ids[k]) !== ids.lastIndexOf(ids[k]))
  if (twice.length > 0) throw new NotAModel(`模型里的${twice.join('、')}是同一个类别，请合并后重新训练`)
  return { ...model, labels: ids as string[] }
}
