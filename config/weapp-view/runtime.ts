import { keepIslands } from './islands'
import { sleepWhileHidden } from './quiet'

// Runs on the phone before any page.
keepIslands()
sleepWhileHidden()
