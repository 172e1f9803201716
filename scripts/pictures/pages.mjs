/**
 * Every page of the product, with the person who opens it and what must be known first (an id from the demo county).
 * `id` finds the ticket to show; a page without data of its own has no empty or loading state to picture.
 * `none`: what the cloud answers where even a county without matters has something to show (reception days).
 */
export const CITIZEN = 'citizen-1'
export const OPERATOR = 'operator-1'

/** @typedef {{ name: string, path: string, person?: string, staff?: boolean, wall?: boolean, states?: string[], id?: { action: string, input: object }, none?: Record<string, object> }} Page */

const ALL = ['loading', 'empty', 'filled', 'error']
const mine = { action: 'ticket.mine', input: { tab: 'open' } }
const toRate = { action: 'ticket.mine', input: { tab: 'toRate' } }
const noDays = { 'open.schedule': { days: [] } }
const noScreen = {
  'open.screen': { now: Date.now(), title: '社情民意服务中心', phone: '12345', today: [], schedule: [] },
}
const queue = (status) => ({ action: 'ticket.queue', input: { view: 'all', status } })

/** @type {Page[]} */
export const PAGES = [
  { name: 'home', path: '/pages/home/index', person: CITIZEN, states: ALL },
  { name: 'report', path: '/pages/report/index', person: CITIZEN, states: ['filled'] },
  { name: 'tickets', path: '/pages/tickets/index', person: CITIZEN, states: ALL },
  {
    name: 'ticket',
    path: '/pages/ticket/index',
    person: CITIZEN,
    id: mine,
    states: ['loading', 'filled', 'error'],
  },
  {
    name: 'ticket-to-rate',
    path: '/pages/ticket/index',
    person: 'citizen-2',
    id: toRate,
    states: ['filled'],
  },
  {
    name: 'rate',
    path: '/pages/rate/index',
    person: 'citizen-2',
    id: toRate,
    states: ['loading', 'filled', 'error'],
  },
  { name: 'reception', path: '/pages/reception/index', person: CITIZEN, states: ALL, none: noDays },
  { name: 'bookings', path: '/pages/bookings/index', person: CITIZEN, states: ALL },
  { name: 'joins', path: '/pages/joins/index', person: CITIZEN, states: ALL },
  { name: 'messages', path: '/pages/messages/index', person: CITIZEN, states: ALL },
  { name: 'me', path: '/pages/me/index', person: CITIZEN, states: ['loading', 'filled', 'error'] },
  { name: 'schedule', path: '/open/schedule/index', states: ALL, none: noDays },
  { name: 'screen', path: '/open/screen/index', wall: true, states: ALL, none: noScreen },
  {
    name: 'receptions',
    path: '/workbench/reception/index',
    person: OPERATOR,
    staff: true,
    states: ALL,
    none: { 'reception.today': { days: [] } },
  },
  ...['desk', 'brief'].map((name) => ({
    name: `reception-${name}`,
    path: `/workbench/${name}/index`,
    person: OPERATOR,
    staff: true,
    id: { action: 'reception.today', input: {} },
    states: ['loading', 'filled', 'error'],
  })),
  {
    name: 'reception-schedule',
    path: '/workbench/schedule/index',
    person: OPERATOR,
    staff: true,
    states: ['loading', 'filled', 'error'],
  },
  {
    name: 'phone-booking',
    path: '/workbench/phone-booking/index',
    person: OPERATOR,
    staff: true,
    states: ['loading', 'filled', 'error'],
  },
  { name: 'workbench', path: '/workbench/home/index', person: OPERATOR, staff: true, states: ALL },
  {
    name: 'workbench-handler',
    path: '/workbench/home/index',
    person: 'handler-urban',
    staff: true,
    states: ['filled'],
  },
  {
    name: 'intake',
    path: '/workbench/intake/index',
    person: OPERATOR,
    staff: true,
    states: ['loading', 'filled', 'error'],
  },
  { name: 'batch', path: '/workbench/batch/index', person: OPERATOR, staff: true, states: ALL },
  ...['submitted', 'dispatched', 'handling', 'inReview', 'awaitingRating', 'inJudgement'].map((status) => ({
    name: `staff-ticket-${status}`,
    path: '/workbench/ticket/index',
    person: OPERATOR,
    staff: true,
    id: queue(status),
    states: status === 'submitted' ? ['loading', 'filled', 'error'] : ['filled'],
  })),
  {
    name: 'sign-sheet',
    path: '/workbench/sign-sheet/index',
    person: OPERATOR,
    staff: true,
    id: queue('awaitingInstruction'),
    states: ['loading', 'filled', 'error'],
  },
  {
    name: 'undelivered',
    path: '/workbench/notices/index',
    person: OPERATOR,
    staff: true,
    states: ALL,
  },
  {
    name: 'duty',
    path: '/workbench/duty/index',
    person: 'head-urban',
    staff: true,
    states: ['loading', 'filled', 'error'],
  },
  {
    name: 'workbench-supervisor',
    path: '/workbench/home/index?view=orders',
    person: 'supervisor-1',
    staff: true,
    states: ['filled'],
  },
  {
    name: 'staff-ticket-order',
    path: '/workbench/ticket/index',
    person: 'supervisor-1',
    staff: true,
    id: { action: 'ticket.queue', input: { view: 'orders' } },
    states: ['filled'],
  },
  {
    name: 'workbench-admin',
    path: '/workbench/home/index',
    person: 'admin-1',
    staff: true,
    states: ['filled'],
  },
  {
    name: 'routing',
    path: '/workbench/routing/index',
    person: OPERATOR,
    staff: true,
    states: ['loading', 'empty', 'filled', 'error'],
    none: {
      'routing.overview': {
        model: { state: 'none', trainedOn: 0, pending: false },
        all: { count: 0, accepted: 0, unitAccepted: 0, automatic: 0 },
        weeks: [],
        categories: [],
        maySet: false,
        mayCorrect: true,
      },
    },
  },
  { name: 'hot', path: '/workbench/hot/index', person: OPERATOR, staff: true, states: ALL },
  {
    name: 'hot-matter',
    path: '/workbench/hot-matter/index',
    person: OPERATOR,
    staff: true,
    id: { action: 'ticket.hotMatters', input: {} },
    states: ['loading', 'filled', 'error'],
  },
  {
    name: 'docket',
    path: '/workbench/docket/index',
    person: OPERATOR,
    staff: true,
    id: queue('closed'),
    states: ['loading', 'filled', 'error'],
  },
]

/** The ways to look: an ordinary phone, the same for old eyes, and a desktop where staff work. */
export const LOOKS = [
  { name: '375', width: 375, height: 812, elder: false, minTarget: 44, staffOnly: false },
  { name: '375-elder', width: 375, height: 812, elder: true, minTarget: 60, staffOnly: false },
  { name: '1280', width: 1280, height: 800, elder: false, minTarget: 44, staffOnly: true },
  { name: '1920', width: 1920, height: 1080, elder: false, minTarget: 44, wallOnly: true },
]
