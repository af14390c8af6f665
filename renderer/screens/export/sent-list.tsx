import { useState } from 'react'
import type { SentFile } from '../../../shared/model/sent-file.ts'
import { awaitedWords, sentInOrder } from '../../../shared/rules/sent.ts'
import { count } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { type HeadingRef, Part } from './part.tsx'
import { SentTable } from './sent-table.tsx'

/** So many are listed before the rest is one press away. */
const MOST = 8

/** What left and may come back: what is missing first, the rest folded away. Nothing at all before anything was sent. */
export function SentList({ headingRef }: { headingRef: HeadingRef }) {
  const sentFiles = useWorkbook(state => state.rows.sentFiles)
  const { awaited, others } = sentInOrder({ sentFiles })
  const [isWhole, setIsWhole] = useState(false)
  const [isUnfolded, setIsUnfolded] = useState(false)
  if (sentFiles.size === 0) return null
  const back = others.filter(file => file.returnedAt !== null).length
  return (
    <Part title={awaitedWords(sentFiles.values()) ?? 'Nothing is waited for'} headingRef={headingRef}>
      <div className="paper sent">
        {awaited.length > 0 && (
          <SentTable files={isWhole ? awaited : short(awaited)} caption="Not back yet" />
        )}
        {short(awaited).length < awaited.length && (
          <Button variant="link" isExpanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${awaited.length.toLocaleString('en-GB')}`}
          </Button>
        )}
        {others.length > 0 && (
          <Button variant="link" isExpanded={isUnfolded} onPress={() => setIsUnfolded(!isUnfolded)}>
            {`${isUnfolded ? 'Hide' : 'Show'} ${count(others.length, 'other')}${restWords(back, others.length)}`}
          </Button>
        )}
        {isUnfolded && <SentTable files={others} caption="Came back, or no longer waited for" />}
      </div>
    </Part>
  )
}

/** All of nine rather than eight and a button. */
function short(files: readonly SentFile[]): readonly SentFile[] {
  return files.length > MOST + 1 ? files.slice(0, MOST) : files
}

function restWords(back: number, all: number): string {
  if (back === all) return ' that came back'
  if (back === 0) return ''
  return `, of which ${back.toLocaleString('en-GB')} came back`
}
