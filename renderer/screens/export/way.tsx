import type { ReactNode } from 'react'
import { clockTime } from '../../../shared/text/dates.ts'
import type { Saved } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { sentenceOf, useStage } from '../../state/hooks.ts'

/** One way out: what it is, what is in it, what is left out and why, and the button that makes it. */
export function Way(props: {
  thumb: ReactNode
  title: string
  what: string
  holds: ReactNode
  leavesOut: ReactNode
  /** What may be said before it is made. */
  fields?: ReactNode
  children: ReactNode
}) {
  return (
    <article className="way paper">
      {props.thumb}
      <div>
        <h3>{props.title}</h3>
        <p>{props.what}</p>
      </div>
      <div>
        <h4>In it</h4>
        {props.holds}
      </div>
      <div>
        <h4>Left out, and why</h4>
        {props.leavesOut}
      </div>
      <div className="way-go">{props.children}</div>
      {props.fields && <div className="way-fields">{props.fields}</div>}
    </article>
  )
}

/** A file as it was saved in this window, and when. */
export type Made = { readonly saved: Saved; readonly at: Date }

/** After saving: where it is, *Open* and *Show in folder* where the shell can, and what its reader should know. */
export function SavedLine({ made }: { made: Made }) {
  const { shell, session } = useStage()
  const { saved, at } = made
  async function run(work: () => Promise<void>) {
    try {
      await work()
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    }
  }
  return (
    <div className="way-saved" role="status">
      <p>
        <strong>Saved {clockTime(at)}</strong>{' '}
        <span className="quiet">
          {saved.name}
          {saved.where && `, in ${saved.where}`}
        </span>
      </p>
      <p className="way-links">
        {shell.can.openSaved && (
          <Button
            variant="link"
            label={`Open ${saved.name}`}
            onPress={() => void run(() => shell.openSaved(saved.token))}
          >
            Open
          </Button>
        )}
        {shell.can.reveal && (
          <Button
            variant="link"
            label={`Show in folder: ${saved.name}`}
            onPress={() => void run(() => shell.revealSaved(saved.token))}
          >
            Show in folder
          </Button>
        )}
      </p>
      {saved.remarks.length > 0 && (
        <ul className="way-remarks">
          {saved.remarks.map(remark => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
