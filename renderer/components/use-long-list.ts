import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Listed, type Stretch, stretchesOf, topsOf, touching } from './stretch.ts'

/** Pixels drawn beyond what is in sight, so that a turn of the wheel meets no blank. */
const SPARE = 700

/**
 * What of a long list is drawn. Its items are as high as their words: each is measured once it is drawn, and the browser
 * keeps what is in sight in its place when a guess (in pixels) was wrong. It does not matter whether the page or the window
 * scrolls. `kept` is the item with the focus, or -1: it stays drawn. A list of up to `few` is drawn whole, and on paper
 * every list is.
 */
export function useLongList<T extends Listed>(
  list: RefObject<HTMLElement | null>,
  items: readonly T[],
  how: { readonly kept: number; readonly guess: (item: T) => number; readonly few?: number },
) {
  const { kept, guess, few = 0 } = how
  const heights = useRef(new Map<string, number>())
  const [measured, setMeasured] = useState(0)
  const [sight, setSight] = useState({ from: 0, to: 1400 })
  const [isPrinting, setPrinting] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` counts up when a height is known better
  const tops = useMemo(() => topsOf(items, heights.current, guess), [items, measured])
  const isWhole = isPrinting || items.length <= few
  const run = isWhole ? ([0, items.length] as const) : touching(tops, sight.from, sight.to)

  const watcher = useMemo(() => {
    if (typeof ResizeObserver === 'undefined') return null
    return new ResizeObserver(entries => {
      let isNews = false
      for (const { target } of entries) {
        const { id } = (target as HTMLElement).dataset
        const height = (target as HTMLElement).offsetHeight
        if (!id || height === 0 || heights.current.get(id) === height) continue
        heights.current.set(id, height)
        isNews = true
      }
      if (isNews) setMeasured(count => count + 1)
    })
  }, [])
  useEffect(() => () => watcher?.disconnect(), [watcher])
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      watcher?.observe(element)
      return () => watcher?.unobserve(element)
    },
    [watcher],
  )

  useLayoutEffect(() => {
    const look = () => {
      if (isWhole) return
      const next = inSight(list.current)
      // Half of what is spare has to be used up before the list is drawn again.
      if (next)
        setSight(old =>
          Math.abs(old.from - next.from) < SPARE / 2 && old.to === old.from + next.to - next.from
            ? old
            : next,
        )
    }
    const scrolled = () => flushSync(look)
    look()
    const listening = new AbortController()
    const { signal } = listening
    // A short one hears of every scroll in vain.
    document.addEventListener('scroll', scrolled, { capture: true, passive: true, signal })
    window.addEventListener('resize', look, { signal })
    // At once: the browser takes the page as it stands when the listeners have run.
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal })
    window.addEventListener('afterprint', () => setPrinting(false), { signal })
    return () => listening.abort()
  }, [list, isWhole])

  return {
    stretches: stretchesOf(tops, run, kept) satisfies Stretch[],
    tops,
    /** As the ref of each item drawn. */
    measure,
    /** How much of the list fits the window, in pixels. */
    height: Math.max(200, sight.to - sight.from - 2 * SPARE),
  }
}

/** The part of the list in sight and around it, in pixels from its top. */
function inSight(list: HTMLElement | null): { from: number; to: number } | null {
  if (!list) return null
  const page = list.closest('main')?.getBoundingClientRect()
  const top = Math.max(0, page?.top ?? 0)
  const bottom = Math.min(window.innerHeight, page?.bottom ?? window.innerHeight)
  const start = list.getBoundingClientRect().top
  return {
    from: Math.round(top - start - SPARE),
    to: Math.round(top - start - SPARE) + Math.round(bottom - top) + 2 * SPARE,
  }
}
