import { useMemo } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import type { Principle } from '../../../shared/model/framework.ts'
import { progressOf } from '../../../shared/rules/progress.ts'
import { evidenceOf, type Reads, ratingOf } from '../../../shared/rules/select.ts'
import { count } from '../../../shared/text/dates.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { shortTitleOf } from '../../../shared/text/principles.ts'
import { Icon } from '../../components/icon.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { Nine, type NineCell } from '../../components/nine.tsx'
import { hrefOf, useRoute } from '../../state/route.ts'
import { useArea, useFramework, useRound, useRows, useToday } from '../../state/select.ts'
import { screens } from './screens.ts'

/** The way around a workbook. In a narrow window it is a menu over the page. */
export function Rail(props: { isMenuOpen: boolean; onCloseMenu: () => void }) {
  return (
    <>
      <nav className="rail" aria-label="Workbook">
        <RailLinks />
      </nav>
      <ModalOverlay
        className="overlay overlay-menu"
        isOpen={props.isMenuOpen}
        onOpenChange={isOpen => !isOpen && props.onCloseMenu()}
        isDismissable
      >
        <Modal className="menu-drawer">
          <AriaDialog aria-label="Menu" className="dialog">
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link inside was followed, by mouse or by Enter */}
            <nav aria-label="Workbook" onClick={props.onCloseMenu}>
              <RailLinks />
            </nav>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}

function RailLinks() {
  const lines = usePrincipleLines()
  const counts = useCounts()
  const plain = (place: string) => screens.filter(screen => screen.place === place)
  return (
    <>
      <ul>
        <li>
          <RailLink
            screen="overview"
            label="Overview"
            icon={<Nine size={16} levels={lines.map(l => l.cell)} />}
          />
        </li>
      </ul>
      <hr />
      <ol>
        {lines.map(line => (
          <li key={line.principle.id}>
            <PrincipleLink line={line} />
          </li>
        ))}
      </ol>
      <hr />
      <ul>
        {plain('body').map(screen => (
          <li key={screen.id}>
            <RailLink
              screen={screen.id}
              label={screen.label}
              icon={<Icon name={screen.icon} />}
              count={
                screen.id === 'evidence' ? counts.evidence : screen.id === 'actions' ? counts.actions : null
              }
            />
          </li>
        ))}
      </ul>
      <ul className="rail-foot">
        {plain('foot').map(screen => (
          <li key={screen.id}>
            <RailLink screen={screen.id} label={screen.label} icon={<Icon name={screen.icon} />} />
          </li>
        ))}
      </ul>
    </>
  )
}

function RailLink(props: { screen: string; label: string; icon: React.ReactNode; count?: React.ReactNode }) {
  const { screen } = useRoute()
  const isWithin = screens.some(one => one.id === screen && one.place === props.screen)
  return (
    <a
      className="rail-link"
      href={hrefOf(props.screen)}
      aria-current={screen === props.screen ? 'page' : isWithin || undefined}
      title={props.label}
    >
      <span className="rail-icon">{props.icon}</span>
      <span className="rail-name">{props.label}</span>
      {props.count && <span className="rail-count">{props.count}</span>}
    </a>
  )
}

type PrincipleLine = { principle: Principle; cell: NineCell; levelName: string | undefined; items: number }

function PrincipleLink({ line }: { line: PrincipleLine }) {
  const { principle, cell, levelName, items } = line
  const route = useRoute()
  const isHere = route.screen === 'principle' && route.id === principle.id
  const evidenceWords = items === 0 ? 'No evidence' : `Evidence: ${items}`
  return (
    <a
      className={cell === 'not-discussed' ? 'rail-link rail-open' : 'rail-link'}
      href={hrefOf('principle', principle.id)}
      aria-current={isHere ? 'page' : undefined}
      title={`${principle.number} ${principle.title}`}
    >
      <span className="number rail-number">{principle.number}</span>
      <span className="rail-name">{shortTitleOf(principle)}</span>
      {cell === 'not-discussed' && (
        <span className="rail-todo" aria-hidden="true">
          to discuss
        </span>
      )}
      <LevelTile level={cell} levelName={levelName} />
      <span className={items === 0 ? 'rail-dot is-none' : 'rail-dot'} title={evidenceWords}>
        <span className="hidden-words">{evidenceWords}</span>
      </span>
    </a>
  )
}

function usePrincipleLines(): PrincipleLine[] {
  const rows = useRows()
  const framework = useFramework()
  const area = useArea()
  const round = useRound()
  return useMemo(
    () =>
      framework.principles.map(principle => {
        const cell = cellOf(rows, { areaId: area.id, roundId: round.id, principleId: principle.id })
        const levelName = typeof cell === 'number' ? levelNameOf(framework.scale, cell) : undefined
        const items = evidenceOf(rows, { areaId: area.id, principleId: principle.id }).length
        return { principle, cell, levelName, items }
      }),
    [rows, framework, area.id, round.id],
  )
}

function cellOf(rows: Reads<'ratings'>, key: Parameters<typeof ratingOf>[1]): NineCell {
  const rating = ratingOf(rows, key)
  if (rating?.state === 'not-applicable') return 'not-applicable'
  return rating?.state === 'rated' && rating.level !== null ? rating.level : 'not-discussed'
}

function useCounts() {
  const rows = useRows()
  const { principles } = useFramework()
  const area = useArea()
  const round = useRound()
  const today = useToday()
  return useMemo(() => {
    const at = { areaId: area.id, roundId: round.id }
    const { openActions, lateActions } = progressOf(rows, principles, at, today)
    const items = evidenceOf(rows, { areaId: area.id }).length
    return {
      evidence: items > 0 ? <span title={count(items, 'item')}>{items.toLocaleString('en-GB')}</span> : null,
      actions:
        openActions > 0 ? (
          <>
            {openActions.toLocaleString('en-GB')} open
            {lateActions > 0 && (
              <>
                , <span className="late">{lateActions.toLocaleString('en-GB')} late</span>
              </>
            )}
          </>
        ) : null,
    }
  }, [rows, principles, area.id, round.id, today])
}
