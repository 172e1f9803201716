import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidHide, useUnload } from '@tarojs/taro'
import { Refusal, type Failure } from '@/cloud'
import {
  emptyDraft,
  isEmpty,
  missing,
  sendReport,
  sendWaiting,
  store,
  type Draft,
  type Outcome,
} from '@/features/draft'
import { usePhotos, type Photos } from '@/features/photos'

const SAVE_AFTER_MS = 400

export interface Report {
  /** What the form shows. Texts in it are those it began with: while they are typed the device holds them. */
  draft: Draft
  /** Changes when all fields must be drawn anew with the texts of `draft`. */
  version: number
  photos: Photos
  /** An unfinished report of an earlier visit is on the page. */
  restored: boolean
  /** Sent off, and waiting for the network or for an answer. */
  waiting: boolean
  busy: boolean
  failure?: Failure
  /** What is wrong with the field at this path of the contract (or inside it). */
  errorAt(path: string): string | undefined
  /** A text that is being typed: kept, not drawn. */
  type(change: Partial<Draft>): void
  /** A choice: kept and drawn. */
  choose(change: Partial<Draft>): void
  submit(): Promise<void>
  sendAgain(): Promise<void>
  /** Opens what waits for changes. */
  edit(): void
  clear(): void
}

/** Everything the page 我要反映 does (R-T1, R-T2). */
export function useReport(): Report {
  const latest = useRef<Draft>(emptyDraft)
  const [draft, setDraft] = useState<Draft>(() => {
    latest.current = store.waiting()?.draft ?? store.draft()
    return latest.current
  })
  const [version, setVersion] = useState(0)
  const [waiting, setWaiting] = useState(() => isFrozen())
  const [restored, setRestored] = useState(() => !isEmpty(latest.current))
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false })
  const [wrong, setWrong] = useState<Record<string, string>>({})

  const save = useSaving(latest)
  const type = useCallback(
    (change: Partial<Draft>) => {
      latest.current = { ...latest.current, ...change }
      save.soon()
    },
    [save],
  )
  const choose = useCallback(
    (change: Partial<Draft>) => {
      type(change)
      setDraft(latest.current)
    },
    [type],
  )
  const photos = usePhotos({ initial: draft.photos, onChange: (stored) => type({ photos: stored }) })

  const redraw = () => {
    setDraft(latest.current)
    setVersion((before) => before + 1)
  }
  const settle = async (outcome: Outcome) => {
    const failure = 'failure' in outcome ? outcome.failure : undefined
    setState({ busy: false, failure })
    setWaiting(outcome.state === 'waiting')
    if (outcome.state === 'refused' && failure instanceof Refusal) showWrong(failure.fields)
    if (outcome.state === 'sent') await Taro.redirectTo({ url: '/pages/report-done/index' })
    if (outcome.state === 'arrived') {
      void Taro.showToast({ title: '之前那次已经送到了，请到“我的事项”里补充', icon: 'none', duration: 4000 })
      await Taro.switchTab({ url: '/pages/tickets/index' })
    }
  }
  const showWrong = (fields: Record<string, string>) => {
    setWrong(fields)
    const first = Object.keys(fields)[0]
    if (first !== undefined) void Taro.pageScrollTo({ selector: `#${anchorOf(first)}`, offsetTop: -80 })
  }

  return {
    draft,
    version,
    photos,
    restored,
    waiting,
    ...state,
    errorAt: (path) =>
      Object.entries(wrong).find(([field]) => field === path || field.startsWith(`${path}.`))?.[1],
    type,
    choose,
    async submit() {
      const found = missing(latest.current)
      showWrong(found)
      if (state.busy || Object.keys(found).length > 0) return
      save.now()
      setState({ busy: true })
      await settle(await sendReport(latest.current))
    },
    async sendAgain() {
      setState({ busy: true })
      const outcome = await sendWaiting()
      // Gone meanwhile: the app delivered it when the network returned.
      await settle(outcome ?? { state: 'arrived' })
    },
    edit() {
      store.pause()
      setWaiting(false)
      setState({ busy: false })
      setRestored(false)
      redraw()
    },
    clear() {
      latest.current = emptyDraft
      store.clearDraft()
      photos.stored.forEach(({ key }) => photos.picker.onRemove(key))
      setRestored(false)
      redraw()
    },
  }
}

function isFrozen(): boolean {
  const waiting = store.waiting()
  return waiting !== undefined && !waiting.paused
}

/** The element of the form that stands for a field of the contract: `contact.phone` → `field-contact`. */
export const anchorOf = (path: string): string => `field-${path.split('.')[0]}`

/** Keeps the draft a moment after the last change, and at once when the page goes away. */
function useSaving(latest: { current: Draft }): { soon(): void; now(): void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const saving = useRef({
    now() {
      if (timer.current === undefined) return
      clearTimeout(timer.current)
      timer.current = undefined
      store.saveDraft(latest.current)
    },
    soon() {
      if (timer.current !== undefined) clearTimeout(timer.current)
      timer.current = setTimeout(saving.current.now, SAVE_AFTER_MS)
    },
  })
  useDidHide(() => saving.current.now())
  useUnload(() => saving.current.now())
  useEffect(() => {
    const { now } = saving.current
    return now
  }, [])
  return saving.current
}
