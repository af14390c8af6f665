import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A part of the page that may be wider than its place. Only while it is, can it be reached and moved with the keys. */
export function Scroller(props: { label: string; className: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setIsWide(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  const reach = isWide ? { 'aria-label': props.label, tabIndex: 0 } : {}
  return (
    <section className={props.className} ref={box} {...reach}>
      {props.children}
    </section>
  )
}
