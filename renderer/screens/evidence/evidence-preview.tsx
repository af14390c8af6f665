import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { Evidence } from '../../../shared/model/evidence.ts'
import { notInThisCopy } from '../../../shared/rules/copy-words.ts'
import { pictureSizeOf } from '../../../shared/rules/picture-size.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { sentenceOf, useWorkbook } from '../../state/hooks.ts'
import { PreviewGuard } from './preview-guard.tsx'
import {
  decodeText,
  LARGEST_IMAGE_BYTES,
  MOST_IMAGE_PIXELS,
  previewKindOf,
  TEXT_PREVIEW_BYTES,
} from './preview-kind.ts'
import { PreviewWords } from './preview-words.tsx'
import { readEvidence } from './read-evidence.ts'

const BROKEN_PICTURE = 'This picture cannot be drawn: it may be damaged. Save it out to check.'

const NO_VIEWER = 'This PDF cannot be previewed. Save it out and open it with its own program.'

const PdfPreview = lazy(() => import('./pdf-preview.tsx'))

export type PreviewProps = {
  item: Evidence
  /** Words and buttons for the line under the picture, before those of the kind itself. */
  tools: ReactNode
}

/** What a file holds, as far as it can be shown without running or fetching anything. */
export function EvidencePreview(props: PreviewProps) {
  const isLeftOut = useWorkbook(state => state.rows.leftOutFiles.has(props.item.contentHash))
  if (isLeftOut) return <PreviewWords>{notInThisCopy(props.item.fileName)}</PreviewWords>
  switch (previewKindOf(props.item)) {
    case 'image':
      return <ImagePreview {...props} />
    case 'text':
      return <TextPreview {...props} />
    case 'pdf':
      return (
        <PreviewGuard fallback={<PreviewWords>{NO_VIEWER}</PreviewWords>}>
          <Suspense fallback={<PreviewWords>Opening the preview</PreviewWords>}>
            <PdfPreview {...props} />
          </Suspense>
        </PreviewGuard>
      )
    case 'none':
      return (
        <PreviewWords>
          This kind of file cannot be previewed. Save it out, or open it with its own program.
        </PreviewWords>
      )
  }
}

/** What could be read, why nothing could, or neither yet. */
type Loaded<T> = { readonly value: T | null; readonly problem: string }

function ImagePreview({ item, tools }: PreviewProps) {
  const client = useWorkbook(state => state.client)
  const [{ value: url, problem }, setLoaded] = useState<Loaded<string>>({ value: null, problem: '' })
  useEffect(() => {
    if (item.size > LARGEST_IMAGE_BYTES) {
      const limit = sizeOf(LARGEST_IMAGE_BYTES)
      return setLoaded({
        value: null,
        problem: `Pictures over ${limit} are not previewed. Save it out to see it.`,
      })
    }
    const stop = new AbortController()
    let made = ''
    readEvidence(client, item.id, { offset: 0, length: item.size }, stop.signal)
      .then(bytes => {
        if (stop.signal.aborted) return
        const problem = whyNotDrawn(bytes)
        if (problem) return setLoaded({ value: null, problem })
        made = URL.createObjectURL(new Blob([bytes], { type: item.mediaType }))
        setLoaded({ value: made, problem: '' })
      })
      .catch(error => !stop.signal.aborted && setLoaded({ value: null, problem: sentenceOf(error) }))
    return () => {
      stop.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [client, item.id, item.size, item.mediaType])
  if (problem) return <PreviewWords>{problem}</PreviewWords>
  if (!url) return <PreviewWords>Opening the preview</PreviewWords>
  return (
    <div className="preview">
      <div className="preview-box">
        <img
          className="preview-image"
          src={url}
          alt={`Preview of ${item.fileName}`}
          onError={() => setLoaded({ value: null, problem: BROKEN_PICTURE })}
        />
      </div>
      <div className="preview-tools">{tools}</div>
    </div>
  )
}

/** Looked at before the browser draws it: a small file may ask for more memory than there is. */
function whyNotDrawn(bytes: Uint8Array): string {
  const size = pictureSizeOf(bytes)
  if (!size || size.width === 0 || size.height === 0) return BROKEN_PICTURE
  if (size.width * size.height <= MOST_IMAGE_PIXELS) return ''
  const [width, height] = [size.width, size.height].map(pixels => pixels.toLocaleString('en-GB'))
  return `This picture has ${width} by ${height} pixels, which is too many to preview. Save it out to see it.`
}

function TextPreview({ item, tools }: PreviewProps) {
  const client = useWorkbook(state => state.client)
  const [{ value: text, problem }, setLoaded] = useState<Loaded<string>>({ value: null, problem: '' })
  const isCut = item.size > TEXT_PREVIEW_BYTES
  useEffect(() => {
    const stop = new AbortController()
    readEvidence(client, item.id, { offset: 0, length: Math.min(item.size, TEXT_PREVIEW_BYTES) }, stop.signal)
      .then(bytes => {
        if (stop.signal.aborted) return
        const decoded = decodeText(bytes, isCut)
        setLoaded(
          decoded === null
            ? {
                value: null,
                problem: 'This file is not text, whatever its name says. It cannot be previewed.',
              }
            : { value: decoded, problem: '' },
        )
      })
      .catch(error => !stop.signal.aborted && setLoaded({ value: null, problem: sentenceOf(error) }))
    return () => stop.abort()
  }, [client, item.id, item.size, isCut])
  if (problem) return <PreviewWords>{problem}</PreviewWords>
  if (text === null) return <PreviewWords>Opening the preview</PreviewWords>
  return (
    <div className="preview">
      <section
        className="preview-box preview-text"
        dir="auto"
        aria-label={`Text of ${item.fileName}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {text}
      </section>
      <div className="preview-tools">
        {isCut && <span className="quiet">The first {sizeOf(TEXT_PREVIEW_BYTES)}</span>}
        {tools}
      </div>
    </div>
  )
}
