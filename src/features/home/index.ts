/** The doors of the home page. */
export { CallCentre } from './call-centre'
export { Doors } from './doors'
export { WorkbenchDoor } from './workbench-door'
