/** How well matters are routed, and what an admin sets about it. */
export { LOOKS_AFTER, RoutingDoor } from './routing-door'
export { RoutingPage } from './routing-page'
