import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { Refusal, type Failure } from '@/cloud'
import {
  emptyDraft,
  isEmpty,
  missing,
  onOutcome,
  sendReport,
  sendWaiting,
  store,
  type Draft,
  type Outcome,
} from '@/features/draft'
import { usePhotos, type Photos } from '@/features/photos'
import { anchorOf, withoutChanged } from './fields'
import { useNearby, type Nearby } from './use-nearby'
import { useSaving } from './use-saving'

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
  /** What to look for nearby (R-T3). */
  nearby: Nearby['question']
  /** What is wrong with the field at this path of the contract (or inside it). */
  errorAt(path: string): string | undefined
  /** A text that is being typed: kept, not drawn. */
  type(change: Partial<Draft>): void
  /** A choice: kept and drawn. */
  choose(change: Partial<Draft>): void
  submit(): void
  sendAgain(): Promise<void>
  /** Opens what waits for changes. */
  edit(): void
  clear(): void
}

/** Everything the page 我要反映 does (R-T1, R-T2). */
export function useReport(): Report {
  const [draft, setDraft] = useState<Draft>(() => store.waiting()?.draft ?? store.draft())
  const latest = useRef(draft)
  const [version, setVersion] = useState(0)
  const [waiting, setWaiting] = useState(isFrozen)
  const [restored, setRestored] = useState(() => !isEmpty(draft))
  const [state, setState] = useState<{ busy: boolean; failure?: Failure }>({ busy: false })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const { question, note: noteNearby } = useNearby(draft)
  const save = useSaving(useCallback(() => store.saveDraft(latest.current), []))

  const type = useCallback(
    (change: Partial<Draft>) => {
      latest.current = { ...latest.current, ...change }
      setWrong((before) => withoutChanged(before, change))
      save.soon()
      noteNearby(latest.current)
    },
    [save, noteNearby],
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
  const showWrong = (fields: Record<string, string>) => {
    setWrong(fields)
    const first = Object.keys(fields)[0]
    if (first !== undefined) void Taro.pageScrollTo({ selector: `#${anchorOf(first)}`, offsetTop: -80 })
  }
  useOutcome((outcome) => {
    const failure = 'failure' in outcome ? outcome.failure : undefined
    setState({ busy: false, failure })
    setWaiting(outcome.state === 'waiting')
    // What was typed meanwhile belongs to what has gone: it must not come back as a draft.
    if (outcome.state === 'sent' || outcome.state === 'arrived') latest.current = emptyDraft
    if (outcome.state === 'refused' && failure instanceof Refusal) showWrong(failure.fields)
  })

  return {
    draft,
    version,
    photos,
    restored,
    waiting,
    ...state,
    nearby: question,
    errorAt: (path) =>
      Object.entries(wrong).find(([field]) => field === path || field.startsWith(`${path}.`))?.[1],
    type,
    choose,
    submit() {
      const found = missing(latest.current)
      showWrong(found)
      if (state.busy || Object.keys(found).length > 0) return
      save.now()
      setState({ busy: true })
      void sendReport(latest.current)
    },
    async sendAgain() {
      setState({ busy: true })
      // Nothing waits any more: the app has delivered it meanwhile, and the list shows it.
      if (!(await sendWaiting())) await Taro.switchTab({ url: '/pages/tickets/index' })
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

/**
 * Follows every try to send, also one that the returning network began. Once the report has arrived the page in front
 * goes on to what follows; a page behind others does so when it is shown again.
 */
function useOutcome(note: (outcome: Outcome) => void): void {
  const shown = useRef(true)
  const arrived = useRef<'sent' | 'arrived' | undefined>(undefined)
  const latestNote = useRef(note)
  latestNote.current = note

  const goOn = useCallback(() => {
    if (!shown.current || arrived.current === undefined) return
    if (arrived.current === 'sent') {
      void Taro.redirectTo({ url: '/pages/report-done/index' })
    } else {
      void Taro.showToast({ title: '之前那次已经送到了，请到“我的事项”里补充', icon: 'none', duration: 4000 })
      void Taro.switchTab({ url: '/pages/tickets/index' })
    }
  }, [])
  useDidShow(() => {
    shown.current = true
    goOn()
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(
    () =>
      onOutcome((outcome) => {
        latestNote.current(outcome)
        if (outcome.state === 'sent' || outcome.state === 'arrived') arrived.current = outcome.state
        goOn()
      }),
    [goOn],
  )
}
