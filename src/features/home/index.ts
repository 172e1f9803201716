/** The doors of the home page. */
export { CallCentre } from './call-centre'
export { Doors } from './doors'
export { useHome } from './use-home'
export { WorkbenchDoor } from './workbench-door'
