import './history.css'
import { useCallback, useMemo } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { useIdentifiersFirst } from '../../components/use-identifiers-first.tsx'
import { useAct, useRemembered, useSession, useStage } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useCanEdit, useToday } from '../../state/select.ts'
import { EVERYTHING, FilterPanel } from './history-filter.tsx'
import { HistoryLine } from './history-line.tsx'
import { type Line, timelineOf } from './timeline.ts'
import { isNarrowed, useHistory } from './use-history.ts'

/** Every change in words, by day, what it changed, and the way back to any of them. */
export function HistoryScreen() {
  const [filter, setFilter] = useRemembered('history.filter', EVERYTHING)
  const { entries, people, hasMore, nowSeq, showEarlier } = useHistory(filter)
  const { session } = useStage()
  const today = useToday()
  const canEdit = useCanEdit()
  const act = useAct()
  const say = useSession(state => state.say)
  const out = useHistoryOut(filter)
  const isNarrow = isNarrowed(filter)

  const goBack = useCallback(
    async (line: Line) => {
      const done = await act(client => client.edit.backTo({ seq: line.entry.seq }))
      if (done)
        say({
          tone: 'done',
          sentence: `The workbook is as it was after: ${line.entry.words}`,
          commandId: 'edit.undo',
        })
    },
    [act, say],
  )

  const days = useMemo(() => (entries ? timelineOf(entries, nowSeq, today) : []), [entries, nowSeq, today])
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
            <EmptyState title={isNarrow ? 'No such change' : 'No changes yet'}>
              {isNarrow
                ? 'Nothing fits this choice. Choose less beside this list.'
                : 'What you change is listed here.'}
            </EmptyState>
          )}
          {days.map(day => (
            <div key={day.day} className="history-day">
              <h2>{day.heading}</h2>
              <ol>
                {day.lines.map(line => (
                  <HistoryLine key={line.entry.seq} line={line} onGoBack={canEdit ? goBack : null} />
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
        <div className="history-side">
          <FilterPanel
            filter={filter}
            people={people}
            onChange={more => {
              // As it is now: a date is saved on leaving its field, when another choice may just have been made.
              const now = (session.getState().memory['history.filter'] as typeof filter | undefined) ?? filter
              setFilter({ ...now, ...more })
            }}
          />
          <Button
            icon="export"
            offBecause={out.isBusy ? 'It is being made.' : null}
            onPress={() => void out.start()}
          >
            {out.isBusy ? 'Making the sheet' : 'Export these to Excel'}
          </Button>
          {out.list}
        </div>
      </div>
    </>
  )
}

/** What is listed as an Excel sheet, once likely identifiers in it were listed. */
function useHistoryOut(filter: typeof EVERYTHING) {
  const { shell } = useStage()
  const say = useSession(state => state.say)
  const request = { kind: 'history', options: filter } as const
  return useIdentifiersFirst('history.export', {
    leaving: () => ({ way: 'export', request }),
    async makeIt() {
      const saved = await shell.exportFile(request)
      if (saved)
        say({
          tone: 'done',
          sentence: `Saved the history: ${saved.name}${saved.where && `, in ${saved.where}`}.`,
          saved,
        })
    },
  })
}
