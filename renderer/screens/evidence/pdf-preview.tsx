import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import type { Evidence } from '../../../shared/model/evidence.ts'
import { Button } from '../../components/button.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { openPdf } from './open-pdf.ts'

/** No page is drawn with more pixels than this, however large it says it is. */
const MOST_PIXELS = 8_000_000

/** A PDF, one page at a time, drawn on a canvas; its words are there for screen readers. */
export default function PdfPreview({ item }: { item: Evidence }) {
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

  if (problem) return <p className="quiet">{problem}</p>
  if (!document) return <p className="quiet">Opening the preview</p>
  const pages = document.numPages
  return (
    <div className="preview-pdf">
      <Page document={document} number={page} name={item.fileName} onProblem={setProblem} />
      {pages > 1 && (
        <div className="preview-pages">
          <Button
            variant="quiet"
            icon="left"
            offBecause={page === 1 ? 'This is the first page.' : null}
            onPress={() => setPage(page - 1)}
          >
            Previous page
          </Button>
          <span aria-live="polite">
            Page {page} of {pages}
          </span>
          <Button
            variant="quiet"
            icon="right"
            offBecause={page === pages ? 'This is the last page.' : null}
            onPress={() => setPage(page + 1)}
          >
            Next page
          </Button>
        </div>
      )}
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
  const [words, setWords] = useState('')

  useEffect(() => {
    let isCurrent = true
    let stopDrawing = () => {}
    async function draw() {
      const page = await document.getPage(number)
      const surface = canvas.current
      if (!isCurrent || !surface) return
      const natural = page.getViewport({ scale: 1 })
      const wanted = ((surface.parentElement?.clientWidth ?? 400) / natural.width) * window.devicePixelRatio
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
  }, [document, number, onProblem])

  return (
    <figure>
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

function sentenceOfPdf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return 'This PDF is locked with a password, so it cannot be previewed. Save it out and open it there.'
  if (name === 'InvalidPDFException' || name === 'FormatError')
    return 'This PDF is damaged or is not a PDF, so it cannot be previewed. Save it out to check it.'
  return 'This PDF cannot be previewed. Save it out and open it with its own program.'
}
