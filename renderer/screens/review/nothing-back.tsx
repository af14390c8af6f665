import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useStage } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useCanEdit } from '../../state/select.ts'
import type { Returning } from '../../state/use-review.ts'
import { SentOut, useAwaited } from './sent-out.tsx'

/** Nothing to review: what this page is for, where to drop files, and what is still out. */
export function NothingBack({ returning }: { returning: Returning }) {
  const { shell } = useStage()
  const awaited = useAwaited()
  const canEdit = useCanEdit()
  return (
    <div className="review-empty">
      <section className="paper review-start" aria-label="Read returned files">
        <p>
          When people send back the Excel files you gave them, bring the files in here, all at once if you
          like. You see cell by cell what they changed, and you choose what to take.
        </p>
        <div className="drop-box review-drop">
          <Icon name="save" size={24} />
          <p>{shell.kind === 'desktop' ? 'Drop files or a folder here.' : 'Drop files here.'}</p>
        </div>
        <Choosing returning={returning} canFolder={shell.can.attachFolder} isPrimary />
        {!canEdit && (
          <p className="quiet">
            This workbook is open for reading only: you can look at what came back, but not apply it.
          </p>
        )}
        <p className="quiet">
          It does not matter which program saved them, or what they are called now. Another copy of this
          workbook (.ninefold) may be brought in here as well.{' '}
          <a href={hrefOf('guide', 'returned-files.read-what-came-back')}>Step by step</a>
        </p>
      </section>
      <section className="paper review-start" aria-labelledby="review-awaited">
        <h2 id="review-awaited">Sent, and not back yet</h2>
        {awaited.length > 0 ? (
          <SentOut awaited={awaited} />
        ) : (
          <p className="quiet">
            Nothing is waited for. Files to fill in are made on the page <a href={hrefOf('export')}>Export</a>
            .
          </p>
        )}
      </section>
    </div>
  )
}

/** The buttons that do what dropping does. */
export function Choosing(props: { returning: Returning; canFolder: boolean; isPrimary?: boolean }) {
  const { returning } = props
  const off = returning.isBusy ? 'Files are being read.' : null
  return (
    <div className="review-choosing">
      <Button
        variant={props.isPrimary ? 'primary' : 'secondary'}
        icon={props.isPrimary ? 'file' : 'add'}
        offBecause={off}
        onPress={() => void returning.choose(false)}
      >
        {props.isPrimary ? 'Choose files' : 'Add files'}
      </Button>
      {props.canFolder && (
        <Button
          variant={props.isPrimary ? 'secondary' : 'quiet'}
          offBecause={off}
          onPress={() => void returning.choose(true)}
        >
          {props.isPrimary ? 'Choose a folder' : 'Folder'}
        </Button>
      )}
    </div>
  )
}
