import type { Ticket } from '../types'
import type { Status } from '../words'
import {
  act,
  awaitingRating,
  closed,
  dispatched,
  handling,
  inJudgement,
  inputs,
  inReview,
  make,
  sure,
  type Made,
} from './drive'
import { people } from './people'

/** A ticket in every status, each brought there by real commands. */
const { operator, leader, reporter } = people

export const escalated = (ticket = make()): Ticket =>
  act(ticket, operator, 'ticket.escalate', { leaderId: leader.id, words: '情况重大，呈请阅批' })

export const instructed = (ticket = escalated()): Ticket =>
  act(ticket, leader, 'ticket.instruct', { words: '请尽快办理', leadUnitId: 'water', coUnitIds: [] })

export const asked = (ticket = make()): Ticket =>
  act(ticket, operator, 'ticket.ask', { words: '请问具体在哪一家' })

export const refused = (ticket = make()): Ticket =>
  act(ticket, operator, 'ticket.refuse', { reason: 'notOurs', goTo: '可到县法院咨询' })

export const suggestion = (): Ticket =>
  make({ submission: { kind: 'suggestion' }, proposal: { kind: sure('suggestion') } })

export const collected = (ticket = suggestion()): Ticket => act(ticket, operator, 'ticket.collect')

/** A call that a township's own centre entered: its matter (section 1). */
export const ofTownship = (made: Made = {}): Ticket =>
  make({ actor: people.hillOperator, channel: 'phone', ...made })

/** The side of a main ticket that the service passes in with a merge. */
export const mainTicket = {
  _id: 'main',
  number: 'LH20260302-0002',
  status: 'handling',
  confidential: false,
  accused: { unitIds: [], personIds: [] },
  events: [],
}

export const merged = (ticket = make()): Ticket =>
  act(ticket, operator, 'ticket.merge', { mainTicketId: 'main', main: mainTicket })

export const withdrawn = (ticket = make()): Ticket =>
  act(ticket, reporter, 'ticket.withdraw', { words: '已经解决了' })

/** A direct answer, called back and rated badly: a judgement without any unit. */
export const answered = (ticket = make()): Ticket =>
  act(ticket, operator, 'ticket.answer', { words: '按规定可以到窗口办理' })

/** Rated badly and done again, so many times. */
export function redone(times: number, ticket = inJudgement()): Ticket {
  if (times === 0) return ticket
  const again = act(ticket, operator, 'ticket.redo', {
    words: '请重新办理',
    cause: 'notSolved',
    meeting: '三月第一次会议',
  })
  const result = act(again, people.waterHead, 'ticket.submitResult', {
    ...inputs.result,
    done: `第${times}次重办：已重新铺设自来水管并试压通水`,
  })
  return redone(times - 1, inJudgement(awaitingRating(result)))
}

export const inEveryStatus = (): Record<Status, Ticket> => ({
  submitted: make(),
  awaitingReporter: asked(),
  awaitingInstruction: escalated(),
  dispatched: dispatched(),
  handling: handling(),
  inReview: inReview(),
  awaitingRating: awaitingRating(),
  inJudgement: inJudgement(),
  collected: collected(),
  closed: closed(),
  notAccepted: refused(),
  withdrawn: withdrawn(),
  merged: merged(),
})
