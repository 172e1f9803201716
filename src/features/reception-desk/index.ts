/** Reception for staff: the month's plan, the desk, the brief, and what came of it (R-A1, R-A6 … R-A9). */
export { BriefPage } from './brief-page'
export { DeskPage } from './desk-page'
export { ReceptionDoor } from './door'
export { ReceptionHome } from './home-page'
export { SchedulePage } from './schedule-page'
