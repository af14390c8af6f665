// biome-ignore-all lint/a11y/useSemanticElements: only rows in sight are drawn; a table cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stands in the rows, as the grid pattern has it
import { useMemo, useRef } from 'react'
import type { Review } from '../../../shared/model/review.ts'
import { useLongList } from '../../components/use-long-list.ts'
import { useReviewing, useStage } from '../../state/hooks.ts'
import { AdditionCard } from './addition-card.tsx'
import { ChangeCard } from './change-card.tsx'
import type { Handlers } from './handlers.ts'
import { type Item, itemsOf } from './items.ts'
import { rowWords } from './row-words.ts'
import { SubjectHead } from './subject-head.tsx'
import { isStop, useCursor } from './use-cursor.ts'
import { useFacts } from './use-facts.ts'

/** Everything that came back, to be decided on. One list for the keyboard; only what is in sight is drawn. */
export function ChangeList({ review, on }: { review: Review; on: Handlers }) {
  const { review: store } = useStage()
  const fileId = useReviewing(state => state.fileId)
  const decisions = useReviewing(state => state.decisions)
  const opened = useReviewing(state => state.opened)
  const activeId = useReviewing(state => state.activeId)
  const facts = useFacts()
  const items = useMemo(() => itemsOf(review, fileId), [review, fileId])
  const list = useRef<HTMLDivElement>(null)

  const places = useMemo(() => new Map(items.map((item, index) => [item.id, index])), [items])
  const lastPlace = useRef(0)
  const at = placeOf(items, places.get(activeId ?? ''), lastPlace.current)
  lastPlace.current = at
  const active = items[at]
  const view = useLongList(list, items, { kept: at, guess: guessOf })
  const cursor = useCursor(list, {
    items,
    active,
    at,
    tops: view.tops,
    height: view.height,
    on,
    moveTo: store.getState().moveTo,
  })
  const activeRow = active?.kind === 'change' ? active.change : null

  function draw(item: Item) {
    if (item.kind === 'band')
      return (
        <div role="rowheader" className="review-band">
          <h2>{item.title}</h2> <span className="quiet small">{item.aside}</span>
        </div>
      )
    if (item.kind === 'subject')
      return (
        <div role="rowheader" className="review-subject">
          <SubjectHead
            subject={item.subject}
            changes={item.changes}
            decisions={decisions.changes}
            isActive={activeRow !== null && item.changes.includes(activeRow)}
            facts={facts}
            on={on}
          />
        </div>
      )
    const shared = { isOpened: opened.has(item.id), isActive: item === active, facts, on }
    return (
      <div role="gridcell">
        {item.kind === 'change' ? (
          <ChangeCard
            change={item.change}
            place={item.place}
            chosen={decisions.changes[item.id]}
            {...shared}
          />
        ) : (
          <AdditionCard addition={item.addition} decision={decisions.additions[item.id]} {...shared} />
        )}
      </div>
    )
  }

  function row(item: Item, index: number) {
    const stop = isStop(item) && {
      'data-row': item.id,
      tabIndex: item === active ? 0 : -1,
      'aria-label': rowWords(item, decisions, facts),
    }
    return (
      <div
        key={item.id}
        ref={view.measure}
        role="row"
        className={`review-item is-${item.kind}${item.kind === 'change' ? ` is-${item.place}` : ''}`}
        aria-rowindex={index + 1}
        data-id={item.id}
        {...stop}
      >
        <div className={cardClass(item)} role="presentation">
          {draw(item)}
        </div>
      </div>
    )
  }

  return (
    <div
      ref={list}
      role="grid"
      className="review-list"
      aria-label="Changed cells"
      aria-rowcount={items.length}
      aria-describedby="review-keys"
      onKeyDown={cursor.onKeyDown}
      onFocus={event => {
        const id = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row
        if (id && id !== active?.id) store.getState().moveTo(id)
      }}
    >
      {/* One flat list by id: a row that comes to stand apart must not be made anew, it may hold the focus. */}
      {view.stretches.flatMap((stretch, index) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: room before a run has no other name
        <div key={`room ${index}`} role="presentation" style={{ height: stretch.before }} />,
        ...items.slice(stretch.first, stretch.end).map((item, offset) => row(item, stretch.first + offset)),
      ])}
    </div>
  )
}

/** How high things are before they were ever drawn, in pixels. */
const GUESS = { band: 40, subject: 41, change: 104, addition: 180 } as const

function guessOf({ kind }: Item): number {
  return GUESS[kind]
}

/** Where the cursor stands: at its item, or, when that has gone, at the one that took its place. */
function placeOf(items: readonly Item[], place: number | undefined, last: number): number {
  if (place !== undefined && isStop(items[place]!)) return place
  const from = Math.min(last, items.length - 1)
  const next = items.findIndex((item, index) => index >= from && isStop(item))
  return next >= 0 ? next : items.findLastIndex(isStop)
}

function cardClass(item: Item): string {
  if (item.kind === 'band') return ''
  const isConflict =
    item.kind === 'change'
      ? item.change.state === 'conflict'
      : item.kind === 'subject' && item.changes[0]!.state === 'conflict'
  return isConflict ? 'review-card is-conflict' : 'review-card'
}
