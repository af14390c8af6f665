import { useCallback, useEffect, useRef, useState } from 'react'

/** How long a pause in typing is a reason to save. */
const PAUSE_MS = 600

/** Saves a text. Give back the promise of `useAct`: `undefined` from it means refused, and the draft is kept. */
export type SaveText = (text: string) => unknown

/** Fields with typing not yet saved, each with how to save it at once. */
const waiting = new Set<() => Promise<void>>()

/** Saving under way. */
const underWay = new Set<Promise<unknown>>()

/** Saves everything still being typed. Run before undo, export, closing. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...waiting].map(flush => flush()))
  await Promise.all(underWay)
}

/** For a field that keeps its own typing: `flush` is run by `flushDrafts` and when the field goes away. */
export function useFlush(flush: () => void): void {
  const latest = useRef(flush)
  latest.current = flush
  useEffect(() => {
    const run = async () => latest.current()
    waiting.add(run)
    return () => {
      waiting.delete(run)
      void run()
    }
  }, [])
}

async function noted(saving: Promise<unknown>): Promise<unknown> {
  underWay.add(saving)
  try {
    return await saving
  } finally {
    underWay.delete(saving)
  }
}

type Draft = {
  readonly text: string
  readonly state: 'typed' | 'saving' | 'saved'
  /** What the workbook said when this was typed. */
  readonly base: string
}

/**
 * A text being typed over a saved value: saved after a pause, on blur and when the field goes away. What is typed
 * stands, whatever others change meanwhile; once saved, the workbook's word stands again.
 */
export function useDraft(value: string, onSave: SaveText) {
  const [draft, setDraftState] = useState<Draft | null>(null)
  const now = useRef({ draft, value, onSave, isFocused: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  now.current.value = value
  now.current.onSave = onSave

  const setDraft = useCallback((next: Draft | null) => {
    now.current.draft = next
    setDraftState(next)
  }, [])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const typed = now.current.draft
    waiting.delete(flush)
    if (typed?.state !== 'typed') return
    if (typed.text === now.current.value) return setDraft(null)
    setDraft({ ...typed, state: 'saving', base: now.current.value })
    const answer = now.current.onSave(typed.text)
    const wasRefused = answer instanceof Promise && (await noted(answer)) === undefined
    if (wasRefused) waiting.add(flush)
    const after = now.current.draft
    if (after?.state !== 'saving' || after.text !== typed.text) return
    setDraft(settled({ ...after, state: wasRefused ? 'typed' : 'saved' }, now.current))
  }, [setDraft])

  const change = useCallback(
    (text: string) => {
      setDraft({ text, state: 'typed', base: now.current.value })
      waiting.add(flush)
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE_MS)
    },
    [flush, setDraft],
  )

  const focus = useCallback((isFocused: boolean) => {
    now.current.isFocused = isFocused
  }, [])

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    waiting.delete(flush)
    setDraft(null)
  }, [flush, setDraft])

  useEffect(() => {
    const current = now.current.draft
    if (current) setDraft(settled(current, { value, isFocused: now.current.isFocused }))
  }, [value, setDraft])

  useEffect(() => () => void flush(), [flush])

  return {
    text: draft ? draft.text : value,
    isUnsaved: draft?.state === 'typed',
    change,
    flush,
    forget,
    focus,
  }
}

/** A saved draft gives way once the workbook has spoken, unless it only differs by spaces still being typed. */
function settled(draft: Draft, now: { readonly value: string; readonly isFocused: boolean }): Draft | null {
  if (draft.state !== 'saved' || now.value === draft.base) return draft
  if (now.isFocused && now.value.trim() === draft.text.trim()) return { ...draft, base: now.value }
  return null
}
