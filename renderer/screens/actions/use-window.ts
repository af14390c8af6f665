import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { ROW_HEIGHT } from './layout.ts'

/** The stretch of the list that is in sight, and how many rows a page key moves. */
export function useWindow(grid: RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // At once: the browser takes the page as it stands when the listeners have run.
    const start = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const watcher = new ResizeObserver(() => setHeight(element.clientHeight))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [grid])
  return {
    // On paper everything is in sight.
    top: isPrinting ? 0 : top,
    height: isPrinting ? Number.MAX_SAFE_INTEGER : height,
    page: Math.max(1, Math.floor(height / ROW_HEIGHT) - 1),
    onScroll: (event: { currentTarget: { scrollTop: number } }) => setTop(event.currentTarget.scrollTop),
  }
}
