import { count, longDate, momentWords, todayHere } from '../../../shared/text/dates.ts'
import type { RecentWorkbook } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { Nine } from '../../components/nine.tsx'
import { goTo } from '../../state/route.ts'

type Take = (workbook: RecentWorkbook) => unknown

/** Workbooks opened of late, by their nine. One that moved says so and offers to be found. */
export function RecentList(props: {
  workbooks: readonly RecentWorkbook[]
  wait: string | null
  onOpen: Take
  /** Left out where nothing can be looked for. */
  onFind?: Take | undefined
  onForget: Take
}) {
  return (
    <>
      <h2>Recent workbooks</h2>
      <ul>
        {props.workbooks.map(workbook => (
          <li key={workbook.id} className="recent paper">
            <Nine
              size={60}
              levels={workbook.summary?.levels.map(level => level ?? 'not-discussed') ?? []}
              label={ninesWords(workbook)}
            />
            <div className="recent-words">
              <h3>
                {workbook.isMissing ? (
                  <span className="quiet">{nameOf(workbook)}</span>
                ) : (
                  <Button variant="link" onPress={() => props.onOpen(workbook)} offBecause={props.wait}>
                    {nameOf(workbook)}
                  </Button>
                )}
                {workbook.isLocked && <span className="stamp">LOCKED</span>}
                {workbook.summary?.isRehearsal && <span className="stamp">REHEARSAL</span>}
              </h3>
              <p>{progressWords(workbook)}</p>
              <p className="small quiet">
                {workbook.isMissing && <span className="late">Not where it was. </span>}
                {workbook.isMissing ? `Last seen in ${workbook.where}` : workbook.where}
              </p>
            </div>
            <div className="recent-acts">
              <p className="small quiet">{savedWords(workbook)}</p>
              <div>
                {workbook.isMissing && (
                  <Button
                    onPress={() => goTo('restore', workbook.id)}
                    label={`Restore ${nameOf(workbook)}`}
                    offBecause={props.wait}
                  >
                    Restore
                  </Button>
                )}
                {workbook.isMissing ? (
                  props.onFind && (
                    <Button
                      onPress={() => props.onFind?.(workbook)}
                      label={`Find it: ${nameOf(workbook)}`}
                      offBecause={props.wait}
                    >
                      Find it
                    </Button>
                  )
                ) : (
                  <Button
                    onPress={() => props.onOpen(workbook)}
                    label={`Open ${nameOf(workbook)}`}
                    offBecause={props.wait}
                  >
                    Open
                  </Button>
                )}
                <MenuButton
                  className="button button-quiet button-icon recent-more"
                  icon="more"
                  label={`More for ${nameOf(workbook)}`}
                  hasNoArrow
                  choices={[
                    { id: 'restore', label: 'Snapshots', detail: 'See them, and open one' },
                    {
                      id: 'forget',
                      label: 'Take off this list',
                      detail: 'The file itself stays where it is',
                    },
                  ]}
                  onChoose={id =>
                    id === 'restore' ? goTo('restore', workbook.id) : props.onForget(workbook)
                  }
                />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function nameOf(workbook: RecentWorkbook): string {
  return workbook.summary?.systemName ?? workbook.name
}

function progressWords({ name, summary, isLocked }: RecentWorkbook): string {
  if (isLocked) return 'Locked with a password'
  if (!summary) return name
  const { roundName, asAt, discussed, levels } = summary
  const done =
    discussed === levels.length ? `All ${discussed} discussed` : `${discussed} of ${levels.length} discussed`
  return `${roundName}, as at ${longDate(asAt)}. ${done}`
}

function ninesWords({ summary }: RecentWorkbook): string {
  if (!summary) return 'Levels not known'
  const rated = summary.levels.filter(level => level !== null).length
  return rated === 0
    ? 'No levels yet'
    : `Levels of ${count(rated, 'principle')}: ${summary.levels.map(level => level ?? 'none').join(', ')}`
}

function savedWords({ summary, openedAt }: RecentWorkbook): string {
  const at = summary?.lastSavedAt
  return at
    ? `Saved ${momentWords(new Date(at), todayHere())}`
    : `Opened ${momentWords(new Date(openedAt), todayHere())}`
}
