import { PhotoPicker } from '@/components/photo-picker'
import { type StoredPhoto, usePhotos } from '@/features/photos'
import type { FieldValue } from './form-model'

interface Props {
  label: string
  hint?: string
  error?: string
  value: FieldValue
  max: number
  onChange(value: readonly StoredPhoto[]): void
}

/** The photos of a command's form: sent as they are chosen, so that the form itself only names them. */
export function PhotosField({ label, hint, error, value, max, onChange }: Props) {
  const { picker } = usePhotos({ initial: value as readonly StoredPhoto[], max, onChange })
  return <PhotoPicker {...picker} label={label} hint={error ?? hint} />
}
