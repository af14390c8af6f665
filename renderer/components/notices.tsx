import { type ReactNode, useEffect } from 'react'
import { Button, IconButton } from './button.tsx'

/** How long good news stays. Problems stay until they are dismissed. */
const FADE_MS = 8000

export type NoticeItem = {
  readonly id: number
  readonly tone: 'done' | 'problem'
  readonly sentence: string
  /** An offered next step. */
  readonly offer?: { readonly label: string; readonly run: () => void } | undefined
}

/** Short words at the foot of the window, read out as they come. */
export function Notices(props: { items: readonly NoticeItem[]; onDismiss: (id: number) => void }) {
  return (
    <section className="notices" aria-label="Messages">
      <div aria-live="polite">
        {props.items.map(item => (
          <Notice key={item.id} item={item} onDismiss={props.onDismiss} />
        ))}
      </div>
    </section>
  )
}

function Notice({ item, onDismiss }: { item: NoticeItem; onDismiss: (id: number) => void }) {
  // By what it is, not by the object, which every drawing makes anew: good news has to fade while people work on.
  const { id, tone } = item
  useEffect(() => {
    if (tone === 'problem') return
    const timer = setTimeout(() => onDismiss(id), FADE_MS)
    return () => clearTimeout(timer)
  }, [id, tone, onDismiss])
  return (
    <div className={`notice notice-${item.tone}`}>
      <p>{item.sentence}</p>
      {item.offer && (
        <Button variant="quiet" onPress={item.offer.run}>
          {item.offer.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onPress={() => onDismiss(item.id)} />
    </div>
  )
}

/** A sentence that stands in the page: a conflict (`problem`) or something to know (`calm`). */
export function Callout(props: { tone: 'problem' | 'calm'; children: ReactNode }) {
  return <div className={`callout callout-${props.tone}`}>{props.children}</div>
}
