/** How well matters are routed, and what an admin sets about it. */
export { RoutingPage } from './routing-page'
