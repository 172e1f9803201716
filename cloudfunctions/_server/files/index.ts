export { verifyPhotos, viewsOf } from './photos.service'
