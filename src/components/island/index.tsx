import { type ReactNode } from 'react'
import { CustomWrapper } from '@tarojs/components'

/**
 * A part of a page that changes by itself. In the mini-program its changes cross to the view with paths from here
 * instead of from the page's root, and nothing around it is sent anew. The browser needs no such thing: index.h5.tsx.
 */
export function Island({ children }: { children: ReactNode }) {
  return <CustomWrapper>{children}</CustomWrapper>
}
