import type { Actions } from '../runtime/context'
import { admitPhoto } from './photos.service'

export const photoActions: Pick<Actions<'ticket'>, 'ticket.admitPhoto'> = {
  'ticket.admitPhoto': admitPhoto,
}
