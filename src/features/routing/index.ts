/** How well matters are routed, and what an admin sets about it. */
export { RoutingDoor } from './routing-door'
export { RoutingPage } from './routing-page'
