/** Photos of any form: `const photos = usePhotos()` and `<PhotoPicker {...photos.picker} />`. */
export { usePhotos, type Photos, type StoredPhoto } from './use-photos'
