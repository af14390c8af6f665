import './presenter.css'
import { useEffect, useMemo } from 'react'
import type { Level } from '../../../shared/model/fields.ts'
import { drawDotPlot } from '../../../shared/pictures/dot-plot.ts'
import { agreementOf, tallyOf } from '../../../shared/rules/agreement.ts'
import { groupsShown } from '../../../shared/rules/room.ts'
import { agreementWords } from '../../../shared/text/agreement.ts'
import { count as counted } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { Nine } from '../../components/nine.tsx'
import { preferences, setPreference, usePreferences } from '../../state/preferences.ts'
import { useProjected } from '../../state/presenter.ts'
import { goTo, useRoute } from '../../state/route.ts'
import { useAbout, useFramework, useRedacted } from '../../state/select.ts'
import { ByTypeTable } from './by-type-table.tsx'
import { minutes, useNow } from './talk-clock.tsx'
import { type RoomView, useFollowScribe, useRoomView } from './use-room.ts'

/**
 * What the room sees: one principle, large, and nothing of a count before it is revealed. On the scribe's own screen Esc and F
 * go back; a window of its own never shows the scribe's panel, which has the counts still hidden.
 */
export function Presenter() {
  const isOnScribesScreen = useRoute().id !== 'window'
  useFollowScribe()
  const view = useRoomView()
  const redacted = useRedacted()
  const about = useAbout()
  const { darkPresenter: isDark } = usePreferences()
  const [{ byType }, project] = useProjected()
  const { principle } = view

  useEffect(() => {
    const title = `${principle.number} ${principle.title}`
    document.title = title
    const onKeyDown = (event: KeyboardEvent) => {
      if (isOnScribesScreen && event.key === 'Escape') goTo('room')
      if (event.ctrlKey || event.altKey || event.metaKey || !preferences().singleKeys) return
      const key = event.key.toLowerCase()
      if (isOnScribesScreen && key === 'f') goTo('room')
      if (key === 'd') setPreference('darkPresenter', !isDark)
      if (key === 'o') project({ byType: !byType })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [principle, isDark, isOnScribesScreen, byType, project])

  return (
    <main className={isDark ? 'presenter presenter-dark' : 'presenter'} id="main">
      <header className={view.isShown ? 'presenter-head is-after' : 'presenter-head'}>
        <h1>
          <span className="presenter-number">{principle.number}</span> <span>{principle.title}</span>
        </h1>
        <Nine here={principle.number} size={96} label={`Principle ${principle.number} of 9`} />
      </header>
      {view.isShown ? <After view={view} /> : <Before view={view} />}
      {about.isRehearsal && <p className="presenter-stamp">REHEARSAL</p>}
      {redacted && <p className="presenter-stamp">REDACTED</p>}
      <p className="presenter-back">
        {isOnScribesScreen && (
          <Button variant="quiet" onPress={() => goTo('room')}>
            Back to the scribe
          </Button>
        )}
        <Button variant="quiet" onPress={() => setPreference('darkPresenter', !isDark)}>
          {isDark ? 'Light' : 'Dark'}
        </Button>
      </p>
    </main>
  )
}

function Before({ view }: { view: RoomView }) {
  const { levels } = useFramework().scale
  const hands = view.votes.reduce((sum, vote) => sum + vote.hands, 0)
  return (
    <>
      <p className="presenter-statement">{view.principle.statement}</p>
      <ol className="presenter-levels">
        {levels.map(level => (
          <li key={level.value}>
            <LevelTile level={level.value as 0} size="large" isDecoration />
            <strong>{level.label}</strong>
          </li>
        ))}
      </ol>
      <footer className="presenter-foot">
        <strong>
          {view.count === 1 ? 'Hands up for what happens now' : 'Hands up a second time, after what was said'}
        </strong>
        <span>
          {view.people > 0 ? `${hands} of ${view.people} counted` : `${counted(hands, 'hand')} counted`}
        </span>
      </footer>
    </>
  )
}

function After({ view }: { view: RoomView }) {
  const { votes, count, first, principle, stage, rating, step } = view
  const now = useNow(step?.talkUntil != null)
  const levelNames = useFramework().scale.levels.map(level => level.label)
  const picture = useMemo(
    () =>
      drawDotPlot(
        {
          tally: tallyOf(votes),
          levelNames,
          title: principle.title,
          ...(count === 2 && first.length > 0 ? { first: tallyOf(first) } : {}),
        },
        'projector',
      ),
    [votes, count, first, levelNames, principle.title],
  )
  const [{ byType: presenterByType }] = useProjected()
  const agreement = agreementOf(tallyOf(votes))
  const beside = count === 2 ? first : []
  const groups = presenterByType && agreement.verdict !== 'no-votes' ? groupsShown(votes, beside) : []
  const said = agreementWords(agreement)
  const verdicts = {
    agreed: 'We agree.',
    split: 'We are split.',
    'too-few': 'Too few votes to say.',
    'no-votes': '',
  }
  const before = agreementWords(agreementOf(tallyOf(first)))
  return (
    <>
      <div className="presenter-after">
        {groups.length > 0 && agreement.verdict !== 'no-votes' ? (
          <ByTypeTable groups={groups} levelNames={levelNames} median={agreement.median} />
        ) : (
          <div className="presenter-plot">
            <Drawing picture={picture} />
            <PlotFoot view={view} levelNames={levelNames} />
          </div>
        )}
        <div className="presenter-said">
          <p className="presenter-verdict">
            {stage === 'agreed' && rating?.level != null
              ? `Agreed: ${rating.level} ${levelNames[rating.level]}.`
              : verdicts[agreement.verdict]}
          </p>
          <p className="presenter-why">
            {groups.length === 0 ? said.why : `${said.median}. Hollow: more than one level from it.`}
          </p>
        </div>
      </div>
      <footer className="presenter-foot">
        <strong>{count === 1 ? 'First count' : 'Second count'}</strong>
        <span>
          {count === 2
            ? `First: ${before.median.toLowerCase()}, ${before.range.toLowerCase()}`
            : step?.talkUntil
              ? `${minutes(Math.max(0, Math.round((Date.parse(step.talkUntil) - now.getTime()) / 1000)))} to talk`
              : ''}
        </span>
      </footer>
    </>
  )
}

/** The levels under the dots, in letters the back row can read; of a second count, what the first one was beside it. */
function PlotFoot({
  view: { votes, first, count },
  levelNames,
}: {
  view: RoomView
  levelNames: readonly string[]
}) {
  const [now, before] = [tallyOf(votes), tallyOf(first)]
  return (
    <ol className="presenter-foot-of-plot">
      {levelNames.map((name, level) => (
        <li key={name}>
          <LevelTile level={level as Level} size="large" isDecoration />
          <strong>{name}</strong>
          <span className="presenter-hands">
            {count === 2 && first.length > 0
              ? `${now[level as Level]}, was ${before[level as Level]}`
              : counted(now[level as Level], 'hand')}
          </span>
        </li>
      ))}
    </ol>
  )
}
