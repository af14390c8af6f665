import { type RefObject, useEffect, useState } from 'react'
import { ROW_HEIGHT } from './layout.ts'

/** The stretch of the list that is in sight, and how many rows a page key moves. */
export function useWindow(grid: RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const watcher = new ResizeObserver(() => setHeight(element.clientHeight))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [grid])
  return {
    top,
    height,
    page: Math.max(1, Math.floor(height / ROW_HEIGHT) - 1),
    onScroll: (event: { currentTarget: { scrollTop: number } }) => setTop(event.currentTarget.scrollTop),
  }
}
