import { cleanJpeg, isJpeg } from './jpeg'
import { cleanPng, isPng } from './png'
import { cleanWebp, isWebp } from './webp'

export interface CleanPhoto {
  content: Buffer
  extension: 'jpg' | 'png' | 'webp'
}

/** R-X2: the type is what the content says, and only the picture stays. Undefined: not a photo we take. */
export function cleanPhoto(content: Buffer): CleanPhoto | undefined {
  const [clean, extension] = isJpeg(content)
    ? ([cleanJpeg(content), 'jpg'] as const)
    : isPng(content)
      ? ([cleanPng(content), 'png'] as const)
      : isWebp(content)
        ? ([cleanWebp(content), 'webp'] as const)
        : []
  return clean && extension ? { content: clean, extension } : undefined
}
