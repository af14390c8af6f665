import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../components/button.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import type { PreviewProps } from './evidence-preview.tsx'
import { openPdf } from './open-pdf.ts'
import { PreviewWords } from './preview-words.tsx'

/** No page is drawn with more pixels than this, however large it says it is. */
const MOST_PIXELS = 8_000_000

/** A PDF, one page at a time, drawn on a canvas; its words are there for screen readers. */
export default function PdfPreview({ item, tools }: PreviewProps) {
  const client = useWorkbook(state => state.client)
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null)
  const [problem, setProblem] = useState('')
  const [page, setPage] = useState(1)

  useEffect(() => {
    let isCurrent = true
    const opened = openPdf(client, item)
    opened.document
      .then(pdf => isCurrent && setDocument(pdf))
      .catch(error => isCurrent && setProblem(sentenceOfPdf(error)))
    return () => {
      isCurrent = false
      void opened.close()
    }
  }, [client, item])

  if (problem) return <PreviewWords>{problem}</PreviewWords>
  if (!document) return <PreviewWords>Opening the preview</PreviewWords>
  const pages = document.numPages
  return (
    <div className="preview">
      <Page document={document} number={page} name={item.fileName} onProblem={setProblem} />
      <div className="preview-tools">
        {pages > 1 && (
          <>
            <IconButton
              icon="left"
              label="Previous page"
              isDisabled={page === 1}
              onPress={() => setPage(page - 1)}
            />
            <span aria-live="polite">
              Page {page} of {pages}
            </span>
            <IconButton
              icon="right"
              label="Next page"
              isDisabled={page === pages}
              onPress={() => setPage(page + 1)}
            />
          </>
        )}
        {tools}
      </div>
    </div>
  )
}

function Page(props: {
  document: PDFDocumentProxy
  number: number
  name: string
  onProblem: (sentence: string) => void
}) {
  const { document, number, onProblem } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useRef<HTMLElement>(null)
  const width = useWidth(box)
  const [words, setWords] = useState('')

  useEffect(() => {
    if (width === 0) return
    let isCurrent = true
    let stopDrawing = () => {}
    async function draw() {
      const page = await document.getPage(number)
      const surface = canvas.current
      if (!isCurrent || !surface) return
      const natural = page.getViewport({ scale: 1 })
      const wanted = (width / natural.width) * window.devicePixelRatio
      const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height))
      const viewport = page.getViewport({ scale: Math.min(wanted, most) })
      surface.width = Math.max(1, Math.floor(viewport.width))
      surface.height = Math.max(1, Math.floor(viewport.height))
      // No annotation is drawn: links, forms and attached media stay dead.
      const drawing = page.render({ canvas: surface, viewport, annotationMode: 0 })
      stopDrawing = () => drawing.cancel()
      await drawing.promise
      const text = await page.getTextContent()
      if (isCurrent) setWords(text.items.map(part => ('str' in part ? part.str : '')).join(' '))
    }
    draw().catch(error => isCurrent && onProblem(sentenceOfPdf(error)))
    return () => {
      isCurrent = false
      stopDrawing()
    }
  }, [document, number, width, onProblem])

  return (
    <figure
      ref={box}
      className="preview-box"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`${props.name}, page ${number}`}
    >
      <canvas
        ref={canvas}
        className="preview-page"
        role="img"
        aria-label={`Page ${number} of ${props.name}`}
      />
      <figcaption className="hidden-words">{words}</figcaption>
    </figure>
  )
}

/** The width of an element, in steps, so that a page is not drawn again for every pixel of a resize. */
function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watcher = new ResizeObserver(() => setWidth(Math.ceil(element.clientWidth / 40) * 40))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [ref])
  return width
}

function sentenceOfPdf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return 'This PDF is locked with a password, so it cannot be previewed. Save it out and open it there.'
  if (name === 'InvalidPDFException' || name === 'FormatError')
    return 'This PDF is damaged or is not a PDF, so it cannot be previewed. Save it out to check it.'
  return 'This PDF cannot be previewed. Save it out and open it with its own program.'
}
