import { Fragment, type ReactNode, type Ref, useRef, useState } from 'react'
import type { Listed } from './stretch.ts'
import { useLongList } from './use-long-list.ts'

/** What each item of a long list puts on its own `li`, so that it is measured, found again and counted aloud. */
export type Place = {
  readonly ref: Ref<HTMLLIElement>
  readonly 'data-id': string
  readonly 'aria-setsize': number
  readonly 'aria-posinset': number
}

/** Lists up to here are drawn whole. */
const FEW = 60

/**
 * A list of which only what is in sight is drawn, however long it is, with room for the rest. What holds the focus stays, a
 * screen reader hears how many there are, and on paper all of it stands. `guess` is a usual height in pixels.
 */
export function LongList<T extends Listed>(props: {
  items: readonly T[]
  guess: number
  className: string
  children: (item: T, place: Place) => ReactNode
}) {
  const { items } = props
  const list = useRef<HTMLUListElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const kept = focused === null ? -1 : items.findIndex(item => item.id === focused)
  const view = useLongList(list, items, { kept, guess: () => props.guess, few: FEW })
  return (
    <ul
      ref={list}
      className={props.className}
      onFocus={event => setFocused(event.target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null)}
      onBlur={() => setFocused(null)}
    >
      {/* One flat list by id: an item that comes to stand apart must not be made anew, it may hold the focus. */}
      {view.stretches.flatMap(({ before, first, end }, index) => [
        before > 0 && (
          // biome-ignore lint/suspicious/noArrayIndexKey: room before a run has no other name
          <li key={`room ${index}`} aria-hidden className="list-room" style={{ height: before }} />
        ),
        ...items.slice(first, end).map((item, offset) => (
          <Fragment key={item.id}>
            {props.children(item, {
              ref: view.measure,
              'data-id': item.id,
              'aria-setsize': items.length,
              'aria-posinset': first + offset + 1,
            })}
          </Fragment>
        )),
      ])}
    </ul>
  )
}
