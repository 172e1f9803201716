import type { Visitor } from './product'

/** Steps of a matter as people take them on their pages; each waits until the page says that it was accepted. */

/** Opens the matter from the list of all that this person sees. */
export async function openFromDesk(staff: Visitor, number: string): Promise<void> {
  await staff.open('/workbench/home/index?view=all')
  await staff.tap(new RegExp(number), 'link')
}

/** A command that is not the main one of the state. */
export async function command(staff: Visitor, name: string): Promise<void> {
  await staff.tap('更多')
  await staff.tap(new RegExp(`^${name}`), 'link')
}

/** Picks from a long list by searching it. */
export async function choose(staff: Visitor, field: string, ...names: string[]): Promise<void> {
  await staff.tap(new RegExp(`^${field}：`))
  const many = field === '协办单位'
  for (const name of names) {
    await staff.fill('写几个字来找，例如「水」', name)
    await staff.tap(new RegExp(`^${name}`), many ? 'checkbox' : 'radio')
  }
  if (many) await staff.tap(/^选好了/)
}

/** Dispatches to units of the operator's own choice. */
export async function dispatchTo(operator: Visitor, lead: string, beside: string): Promise<void> {
  await operator.tap('改一改')
  await choose(operator, '主办单位', lead)
  await choose(operator, '协办单位', beside)
  await operator.tap('派单')
  await operator.accepted()
  await operator.sees('待签收')
}

export async function firstContact(staff: Visitor): Promise<void> {
  await staff.tap('记下首次联系')
  await staff.tap('打电话', 'checkbox')
  await staff.fill('联系情况', '电话联系反映人，约好明天上午到现场。')
  await staff.tap('记下首次联系')
  await staff.accepted()
}

/** The result, with the conversation with the reporter. */
export async function handIn(staff: Visitor, found: string, done: string, photo?: string): Promise<void> {
  await staff.tap('报送结果')
  await staff.fill('调查情况', found)
  await staff.fill('办理情况', done)
  await staff.tap('已经解决', 'checkbox')
  await staff.fill('与反映人沟通情况', '办完后打电话告诉了反映人。')
  if (photo) await staff.addPhoto('添加现场照片', photo)
  await staff.tap('报送结果')
  await staff.accepted()
}

export async function approve(operator: Visitor, number: string): Promise<void> {
  await openFromDesk(operator, number)
  await operator.sees('待审核')
  await operator.tap('通过')
  await operator.sees('待评价')
}
