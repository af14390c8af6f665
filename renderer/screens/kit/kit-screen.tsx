import './kit.css'
import './sheets.css'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { KitPiece, KitPieceId } from '../../../shared/model/kit.ts'
import { count } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Scroller } from '../../components/scroller.tsx'
import { sentenceOf, useStage } from '../../state/hooks.ts'
import { goTo } from '../../state/route.ts'
import { useAbout, useFramework } from '../../state/select.ts'
import { AgendaSheet } from './agenda-sheet.tsx'
import { CardSheets } from './card-sheets.tsx'
import { kit } from './content.ts'
import { PreReadSheet } from './pre-read-sheet.tsx'
import { ScriptSheets } from './script-sheets.tsx'
import { WallSheets } from './wall-sheets.tsx'

/** What a facilitator prints before the day: each piece with what it is for, its paper, and a look at it. */
export function KitScreen({ id }: { id: string | null }) {
  const { shell, session } = useStage()
  const about = useAbout()
  const [printed, setPrinted] = useState<KitPieceId | null>(null)
  const shown = kit.pieces.find(piece => piece.id === id)
  const onPaper = kit.pieces.find(piece => piece.id === printed) ?? shown

  async function print(piece: KitPiece) {
    // What is printed is the page as it stands, so the sheets have to stand in it first.
    flushSync(() => setPrinted(piece.id))
    try {
      await shell.print(piece.paper)
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    }
    setPrinted(null)
  }

  return (
    <>
      <div className={onPaper ? 'kit not-printed' : 'kit'}>
        <PageHead
          title="Facilitator kit"
          lead={`What to print before a workshop. To keep a PDF, press Print and choose PDF instead of a printer.${
            about.isRehearsal ? ' This is a rehearsal: every sheet is stamped REHEARSAL.' : ''
          }`}
        />
        <ul className="kit-pieces">
          {kit.pieces.map(piece => (
            <Piece key={piece.id} piece={piece} isShown={piece === shown} onPrint={() => void print(piece)} />
          ))}
        </ul>
      </div>
      <div className="kit-paper">{onPaper && <Sheets id={onPaper.id} />}</div>
    </>
  )
}

function Piece(props: { piece: KitPiece; isShown: boolean; onPrint: () => void }) {
  const { piece, isShown } = props
  const pages = usePages(piece.id)
  return (
    <li className="paper kit-piece">
      <div className="grow">
        <h2>{piece.title}</h2>
        <p>{piece.what}</p>
        <p className="quiet small">
          {count(pages, 'page')}, {piece.paper} {piece.paper === 'A4' ? 'upright' : 'on its side'}
        </p>
      </div>
      <div className="kit-go">
        <Button icon="print" label={`Print: ${piece.title}`} onPress={props.onPrint}>
          Print
        </Button>
        <Button
          isExpanded={isShown}
          label={`${isShown ? 'Put it away' : 'Look at it first'}: ${piece.title}`}
          onPress={() => (isShown ? goTo('kit') : goTo('kit', piece.id))}
        >
          {isShown ? 'Put it away' : 'Look at it first'}
        </Button>
      </div>
      {isShown && (
        <Scroller label={`${piece.title}, as it is printed`} className="kit-preview">
          <Sheets id={piece.id} />
        </Scroller>
      )}
    </li>
  )
}

/** Sheets of paper a piece takes. */
function usePages(id: KitPieceId): number {
  const { principles, scale } = useFramework()
  if (id === 'script') return principles.length + 1
  if (id === 'wall') return principles.length
  return id === 'cards' ? scale.levels.length : 1
}

function Sheets({ id }: { id: KitPieceId }) {
  if (id === 'pre-read') return <PreReadSheet />
  if (id === 'script') return <ScriptSheets />
  if (id === 'cards') return <CardSheets />
  if (id === 'wall') return <WallSheets />
  return <AgendaSheet id={id} />
}
