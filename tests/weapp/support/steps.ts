import type { App, Media } from '../host'
import { field } from './phones'

/** Ways that several walks go. Each begins on any page and ends where its name says. */

export interface Matter {
  words: string
  township?: string
  village?: string
  photos?: Media[]
}

/** Inside the form that lies over the page. */
export const FORM = { within: '[role="dialog"]' }

/** The button that sends the form of a command. */
export const SEND = '#command-send [role="button"]'

/** Fills in 我要反映 as far as wanted, without sending it. */
export async function fillReport(citizen: App, { words, township, village, photos }: Matter): Promise<void> {
  await citizen.open('/pages/report/index')
  await citizen.input(field('发生了什么事'), words)
  if (photos) {
    citizen.answer({ media: photos })
    await citizen.tap('添加照片')
    for (const [index] of photos.entries()) await citizen.waitForText(`去掉照片 ${index + 1}`)
  }
  if (township) {
    await citizen.tap('选择乡镇（街道）')
    await citizen.tap(township)
  }
  if (village) {
    await citizen.tap('选择村（社区）')
    await citizen.tap(village)
  }
}

/** Sends what is filled in; gives the number people can read out (R-T4). */
export async function send(citizen: App): Promise<string> {
  await citizen.tap('提交')
  await citizen.waitForText('已经收到')
  return numberOn(citizen)
}

export function numberOn(app: App): string {
  const number = /LX\d{8}-\d{4}/.exec(app.texts().join(' '))?.[0]
  if (!number) throw new Error(`no number on ${app.route()}: ${app.texts().join(' | ')}`)
  return number
}

/** From the workbench's list to the ticket's page. */
export async function openFromDesk(staff: App, number: string): Promise<void> {
  await staff.open('/workbench/home/index')
  await staff.tap(number)
  await staff.waitForRoute('workbench/ticket/index')
}

/** A command on the ticket's page, whether it is the main one or behind 「更多」. */
export async function choose(staff: App, command: string): Promise<void> {
  await staff.idle()
  if (!staff.has(command)) await staff.tap('更多')
  await staff.tap(command)
}

export async function acceptProposal(operator: App, number: string): Promise<void> {
  await openFromDesk(operator, number)
  await operator.waitForText('派单建议')
  await operator.tap('按建议派单')
  await operator.waitForText('待签收')
}

export async function sign(unit: App, number: string): Promise<void> {
  await openFromDesk(unit, number)
  await unit.tap('签收')
  await unit.waitForText('办理中')
}

/** R-H1 */
export async function firstContact(unit: App): Promise<void> {
  await choose(unit, '记下首次联系')
  await unit.tap('打电话', FORM)
  await unit.input(field('联系情况'), '电话联系反映人，约好明天上午到现场。')
  await unit.tap(SEND)
  await unit.waitForGone(FORM.within)
}

/** E14, with a photo. */
export async function handIn(unit: App, found: string, done: string, photo: Media): Promise<void> {
  await choose(unit, '报送结果')
  await unit.input(field('调查情况'), found)
  await unit.input(field('办理情况'), done)
  await unit.tap('已经解决', FORM)
  await unit.input(field('与反映人沟通情况'), '办完后打电话告诉了反映人。')
  unit.answer({ media: [photo] })
  await unit.tap('添加现场照片')
  await unit.waitForText('去掉现场照片 1')
  await unit.idle()
  await unit.tap(SEND)
  await unit.waitForText('待审核')
}

/** E16 */
export async function approve(operator: App, number: string): Promise<void> {
  await openFromDesk(operator, number)
  await operator.waitForText('待审核')
  await operator.tap('通过')
  await operator.waitForText('待评价')
}

export interface Opinion {
  solved: string
  /** For the result and for the attitude. */
  satisfaction: string
  reason?: string
}

/** R-C2: from 我的事项 through the ticket to the thanks, and back. */
export async function rate(citizen: App, title: string, opinion: Opinion): Promise<void> {
  await citizen.open('/pages/tickets/index')
  await citizen.tap('待我评价')
  await citizen.tap(title, { nth: 0 })
  await citizen.waitForRoute('pages/ticket/index')
  await citizen.tap('去评价')
  await citizen.waitForRoute('pages/rate/index')
  await citizen.tap(opinion.solved)
  await citizen.tap(opinion.satisfaction, { within: '[aria-label="对办理结果"]' })
  await citizen.tap(opinion.satisfaction, { within: '[aria-label="对服务态度"]' })
  if (opinion.reason) await citizen.tap(opinion.reason)
  await citizen.tap('提交评价')
  await citizen.waitForText('谢谢您的评价')
  await citizen.tap('好的')
  await citizen.waitForRoute('pages/ticket/index')
}
