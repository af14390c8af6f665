import '../styles/attach.css'
import { count } from '../../shared/text/dates.ts'
import { Button } from './button.tsx'
import { Callout } from './notices.tsx'

/** What was not attached, and why, until it is dismissed. */
export function AttachProblems(props: {
  problems: readonly { readonly name: string; readonly sentence: string }[]
  onDismiss: () => void
}) {
  if (props.problems.length === 0) return null
  return (
    <div role="alert">
      <Callout tone="problem">
        <p>
          <strong>{count(props.problems.length, 'file was', 'files were')} not attached.</strong>
        </p>
        <ul className="attach-problems">
          {props.problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files of one name can fail alike
            <li key={index}>{problem.sentence}</li>
          ))}
        </ul>
        <Button variant="quiet" onPress={props.onDismiss}>
          Dismiss
        </Button>
      </Callout>
    </div>
  )
}
