import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A part of the page that may be larger than its place. Only while it is, can it be reached and moved with the keys. */
export function Scroller(props: { label: string; className: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const [isLarge, setIsLarge] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () =>
      setIsLarge(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      )
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  const reach = isLarge ? { 'aria-label': props.label, tabIndex: 0 } : {}
  return (
    <section className={props.className} ref={box} {...reach}>
      {props.children}
    </section>
  )
}
