import { useEffect, useId, useState } from 'react'
import type { CopyPreview, CopyRequest } from '../../../shared/contract/copy-request.ts'
import type { CopyKind } from '../../../shared/model/origin.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { PlainTextField } from '../../components/plain-text-field.tsx'
import { useRemembered, useStage, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { CopyPassword } from './copy-password.tsx'
import { type HeadingRef, Part } from './part.tsx'
import { StayingFiles } from './staying-files.tsx'
import { useMaking } from './use-making.ts'
import { SavedLine } from './way.tsx'

const kinds: readonly { readonly value: CopyKind; readonly title: string; readonly what: string }[] = [
  { value: 'full', title: 'Full', what: 'For a colleague who works on with it, or for safe keeping.' },
  { value: 'light', title: 'Light', what: 'Small enough to mail: the files themselves stay here.' },
  { value: 'redacted', title: 'Redacted', what: 'For people outside: only what anybody may read.' },
]

const asked: CopyRequest = { kind: 'full', hasPlanNames: true, forWhom: '' }

/** Copies of the workbook for others: what goes and what stays of each kind, a password, and the button that makes one. */
export function CopyWay({ headingRef }: { headingRef: HeadingRef }) {
  const { shell } = useStage()
  const [request, setRequest] = useRemembered<CopyRequest>('export.copy.request', asked)
  const [password, setPassword] = useState<string | null>(null)
  const preview = useCopyPreview(request)
  const making = useMaking(
    'export.copy',
    () => ({ way: 'copy', request }),
    async () => {
      const saved = await shell.saveCopy(request, password)
      if (saved) setPassword(null)
      return saved
    },
  )
  const set = (more: Partial<CopyRequest>) => setRequest({ ...request, ...more })
  const why = making.isBusy
    ? 'It is being made.'
    : password === ''
      ? 'Type a password first, or take the tick off.'
      : null
  return (
    <Part
      title="Copies for others"
      lead={
        <>
          What stays here is not in the file at all, not even in its history.{' '}
          <a href={hrefOf('guide', 'sharing.which-copy-for-whom')}>Which copy for whom</a>
        </>
      }
      headingRef={headingRef}
    >
      <div className="paper copies">
        <KindCards chosen={request.kind} onChoose={kind => set({ kind })} />
        <div className="copies-what" aria-live="polite">
          <Told title="Goes" sentences={preview?.goes ?? []} none="" />
          <Told title="Stays here" sentences={preview?.stays ?? []} none="Nothing stays here." />
        </div>
        {preview && preview.files.length > 0 && <StayingFiles files={preview.files} />}
        <div className="copies-asks">
          {request.kind === 'redacted' && (
            <Checkbox
              label="Name owners and others the plan names"
              isChecked={request.hasPlanNames}
              onChange={hasPlanNames => set({ hasPlanNames })}
            />
          )}
          <PlainTextField
            label="For"
            className="copies-for"
            placeholder="Name, for your own list"
            value={request.forWhom}
            onChange={forWhom => set({ forWhom: forWhom.slice(0, 400) })}
          />
          <CopyPassword password={password} onChange={setPassword} />
        </div>
        <div className="copies-go">
          <Button icon="save" variant="primary" offBecause={why} onPress={making.make}>
            {making.isBusy ? 'Making the copy' : buttonWords[request.kind]}
          </Button>
          {preview && preview.fileBytes > 0 && (
            <span className="quiet small">{sizeOf(preview.fileBytes)} of evidence files go</span>
          )}
          <a href={hrefOf('review')}>Bring in another copy</a>
        </div>
        {making.list}
        {making.made && <SavedLine made={making.made} />}
      </div>
    </Part>
  )
}

const buttonWords = {
  full: 'Save a copy',
  light: 'Make a light copy',
  redacted: 'Make a redacted copy',
} as const

function KindCards({ chosen, onChoose }: { chosen: CopyKind; onChoose: (kind: CopyKind) => void }) {
  const name = useId()
  return (
    <fieldset className="copy-kinds">
      <legend className="hidden-words">Which copy</legend>
      {kinds.map(({ value, title, what }) => (
        <label key={value} className={value === chosen ? 'copy-kind is-chosen' : 'copy-kind'}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            <strong>{title}</strong>
            <span className="quiet small">{what}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Told(props: { title: string; sentences: readonly string[]; none: string }) {
  return (
    <div>
      <h3>{props.title}</h3>
      {props.sentences.length === 0 && <p>{props.none}</p>}
      <ul>
        {props.sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the engine says such a copy would hold, again after every change of the workbook. */
function useCopyPreview({ kind, hasPlanNames }: CopyRequest): CopyPreview | null {
  const client = useWorkbook(state => state.client)
  const savedAt = useWorkbook(state => state.lastSavedAt)
  const [preview, setPreview] = useState<CopyPreview | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved changes the numbers
  useEffect(() => {
    let isOver = false
    client.copy.preview({ kind, hasPlanNames }).then(
      found => !isOver && setPreview(found),
      // Without the line to the workbook there is nothing to say; it comes again with the line.
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [client, savedAt, kind, hasPlanNames])
  return preview
}
