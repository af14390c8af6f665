import './history.css'
import { useState } from 'react'
import type { AreaId, PrincipleId } from '../../../shared/model/ids.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { useAct, useSession } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useCanEdit, useToday } from '../../state/select.ts'
import { HistoryFilter } from './history-filter.tsx'
import { HistoryLine } from './history-line.tsx'
import { type Line, timelineOf } from './timeline.ts'
import { useHistory } from './use-history.ts'

/** Every change in words, by day, and the way back to any of them. */
export function HistoryScreen() {
  const [principleId, setPrincipleId] = useState<PrincipleId | null>(null)
  const [areaId, setAreaId] = useState<AreaId | null>(null)
  const [who, setWho] = useState('')
  const about = { ...(principleId ? { principleId } : {}), ...(areaId ? { areaId } : {}) }
  const { entries, people, hasMore, nowSeq, showEarlier } = useHistory({ about, who })
  const today = useToday()
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)

  async function goBack(line: Line) {
    const done = await act(client => client.edit.backTo({ seq: line.entry.seq }))
    if (done)
      say({
        tone: 'done',
        sentence: `The workbook is as it was after: ${line.entry.words}`,
        commandId: 'edit.undo',
      })
  }

  const days = entries ? timelineOf(entries, nowSeq, today) : []
  return (
    <>
      <PageHead
        title="History"
        lead="Every change, in words. Going back is itself a change, so nothing is ever lost."
        actions={<ButtonLink href={hrefOf('restore')}>Restore from a snapshot</ButtonLink>}
      />
      <div className="history">
        <section className="paper" aria-label="Changes" aria-busy={entries === null}>
          {entries && days.length === 0 && (
            <EmptyState title={principleId || areaId || who ? 'No such change' : 'No changes yet'}>
              {principleId || areaId || who
                ? 'Nothing fits this choice. Choose less beside this list.'
                : 'What you change is listed here.'}
            </EmptyState>
          )}
          {days.map(day => (
            <div key={day.day} className="history-day">
              <h2>{day.heading}</h2>
              <ol>
                {day.lines.map(line => (
                  <HistoryLine
                    key={line.entry.seq}
                    line={line}
                    onGoBack={canEdit ? () => goBack(line) : null}
                  />
                ))}
              </ol>
            </div>
          ))}
          {hasMore && (
            <p className="history-more">
              <Button onPress={showEarlier}>Show earlier changes</Button>
            </p>
          )}
        </section>
        <HistoryFilter
          principleId={principleId}
          areaId={areaId}
          who={who}
          people={people}
          onPrinciple={setPrincipleId}
          onArea={setAreaId}
          onWho={setWho}
        />
      </div>
    </>
  )
}
