import { useCallback, useEffect, useRef, useState } from 'react'
import { asFailure, keepPhoto, NetworkFailure, onOnlineChange, pickPhotos, sendPhoto } from '@/cloud'
import type { PickedPhoto } from '@/components/photo-picker'

/** A photo of a form as it is kept between visits: sent (`photo`) or still to be sent (`path`). */
export interface StoredPhoto {
  key: string
  /** Where it is on this device. */
  path?: string
  /** The cloud's reference once it is admitted. */
  photo?: string
  /** A short-lived link to it. */
  url?: string
}

type Item = StoredPhoto & Pick<PickedPhoto, 'state' | 'percent' | 'error'>

export interface Photos {
  /** Spread on a PhotoPicker. */
  picker: {
    photos: PickedPhoto[]
    max: number
    onAdd(): void
    onRemove(key: string): void
    onRetry(key: string): void
  }
  /** References of what has been admitted, for the form. */
  photos: string[]
  /** Everything, also what could not be sent yet. */
  stored: StoredPhoto[]
  /** Some are still on their way. */
  sending: boolean
  /** Some have not been sent, and will not be without a tap or a network. */
  unsent: boolean
}

let serial = 0

/**
 * Photos of one form: chosen, sent one after the other with their progress, tried again when the network returns.
 *
 * @param onChange gets what to keep whenever that changes (drafts)
 */
export function usePhotos(
  options: { initial?: readonly StoredPhoto[]; max?: number; onChange?(stored: StoredPhoto[]): void } = {},
): Photos {
  const { initial = [], max = 9, onChange } = options
  const [items, setItems] = useState<Item[]>(() =>
    initial.map((stored) => ({
      ...stored,
      state: stored.photo === undefined ? 'failed' : 'done',
      percent: 100,
    })),
  )
  // The queue outlives single renders: what is true now is here, `items` is what is shown.
  const current = useRef(items)
  const alive = useRef(true)
  const busy = useRef(false)
  const tell = useRef(onChange)
  tell.current = onChange

  const write = useCallback((next: Item[], keep: boolean) => {
    current.current = next
    if (alive.current) setItems(next)
    if (keep) tell.current?.(next.map(toStored))
  }, [])
  const patch = useCallback(
    (key: string, change: Partial<Item>, keep: boolean) =>
      write(
        current.current.map((item) => (item.key === key ? { ...item, ...change } : item)),
        keep,
      ),
    [write],
  )

  const work = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    let item: Item | undefined
    while ((item = current.current.find(({ state }) => state === 'sending'))) {
      await sendOne(item, patch)
    }
    busy.current = false
  }, [patch])

  const retry = useCallback(
    (wanted: (item: Item) => boolean) => {
      write(
        current.current.map((item) =>
          item.state === 'failed' && item.path !== undefined && wanted(item)
            ? { ...item, state: 'sending', percent: 0, error: undefined }
            : item,
        ),
        false,
      )
      void work()
    },
    [work, write],
  )

  useEffect(() => {
    alive.current = true
    retry(() => true)
    const stop = onOnlineChange((online) => {
      if (online) retry(() => true)
    })
    return () => {
      alive.current = false
      stop()
    }
  }, [retry])

  const add = async () => {
    const chosen = await pickPhotos(max - current.current.length)
    const added = chosen.map(({ path }): Item => ({
      key: `${Date.now()}-${serial++}`,
      path,
      state: 'sending',
      percent: 0,
    }))
    write([...current.current, ...added].slice(0, max), true)
    void work()
  }

  return {
    picker: {
      photos: items.map(({ key, path, url, state, percent, error }) => ({
        key,
        src: path ?? url,
        state,
        percent,
        error,
      })),
      max,
      onAdd: () => void add(),
      onRemove: (key) =>
        write(
          current.current.filter((item) => item.key !== key),
          true,
        ),
      onRetry: (key) => retry((item) => item.key === key),
    },
    photos: items.flatMap(({ photo }) => (photo === undefined ? [] : [photo])),
    stored: items.map(toStored),
    sending: items.some(({ state }) => state === 'sending'),
    unsent: items.some(({ state }) => state === 'failed'),
  }
}

/** Sends one photo and notes how it went; a refusal needs another photo, a lost network only time. */
async function sendOne(
  item: Item,
  patch: (key: string, change: Partial<Item>, keep: boolean) => void,
): Promise<void> {
  const path = item.path ?? ''
  let shown = 0
  try {
    const admitted = await sendPhoto({ path }, (percent) => {
      // Ten steps are enough to see it move; each one is a redraw.
      if (percent < shown + 10) return
      shown = percent
      patch(item.key, { percent }, false)
    })
    patch(item.key, { ...admitted, state: 'done', percent: 100 }, true)
  } catch (error) {
    const failure = asFailure(error)
    if (failure instanceof NetworkFailure) {
      const kept = await keepPhoto({ path })
      patch(item.key, { path: kept.path, state: 'failed', error: '照片没传上去，有网后会自动再传' }, true)
    } else {
      patch(item.key, { state: 'failed', error: failure.message }, false)
    }
  }
}

/** Once it is admitted the file on the device is of no more use. */
function toStored({ key, path, photo, url }: Item): StoredPhoto {
  return photo === undefined ? { key, path } : { key, photo, url }
}
