import { useEffect, useMemo, useRef, useState } from 'react'
import type { EvidenceTargets } from '../../../shared/model/evidence.ts'
import type { AreaId, PrincipleId } from '../../../shared/model/ids.ts'
import { AttachBox } from '../../components/attach-box.tsx'
import { AttachProblems } from '../../components/attach-problems.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { DropZone } from '../../components/drop-zone.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useRemembered, useStage, useWorkbook } from '../../state/hooks.ts'
import { goTo, hrefOf } from '../../state/route.ts'
import { useArea, usePrinciples } from '../../state/select.ts'
import { useAttaching } from '../../state/use-attaching.ts'
import { ChallengeList } from './challenge-list.tsx'
import './evidence.css'
import './evidence-item.css'
import './evidence-windows.css'
import { EvidenceDetail } from './evidence-detail.tsx'
import { FilterBar } from './evidence-filters.tsx'
import { evidenceHeading } from './evidence-heading.ts'
import { type EvidenceFilters, filterRows, noFilters, type Sorting, sortRows } from './evidence-order.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { useEvidenceRows } from './use-evidence.ts'

/** All evidence of the workbook: what there is, how good it is, and what it backs. */
export function EvidenceScreen({ id }: { id: string | null }) {
  const rows = useEvidenceRows()
  const principles = usePrinciples()
  const access = useWorkbook(state => state.access)
  const { shell } = useStage()
  const isReadOnly = access.mode === 'read'
  const [filters, setFilters] = useRemembered('evidence.filters', noFilters)
  const [sorting, setSorting] = useRemembered<Sorting>('evidence.sorting', {
    column: 'ref',
    direction: 'ascending',
  })
  const [isLarge, setIsLarge] = useRemembered('evidence.large', false)
  const shown = useMemo(() => sortRows(filterRows(rows, filters), sorting), [rows, filters, sorting])
  const selected = rows.find(row => row.item.id === id) ?? null

  // Items just attached, walked through one by one while they are open here.
  const [fresh, setFresh] = useState<readonly string[]>([])
  const area = useArea()
  const close = () => {
    setFresh([])
    goTo('evidence')
  }
  const attaching = useAttaching({
    targets: targetsOf(filters, area.id),
    isOff: isReadOnly,
    onOffer: close,
    onAdded: ids => {
      setFresh(ids)
      goTo('evidence', ids[0])
    },
  })
  const at = selected ? fresh.indexOf(selected.item.id) : -1
  const walk =
    at < 0
      ? null
      : {
          at: at + 1,
          of: fresh.length,
          onNext: () => goTo('evidence', fresh[at + 1]),
          onStop: close,
        }

  // Narrow windows show the list or the item, so the focus goes along with what is there.
  const list = useRef<HTMLDivElement>(null)
  const side = useRef<HTMLDivElement>(null)
  const selectedId = selected?.item.id
  const wasSelected = useRef(selectedId)
  useEffect(() => {
    if (wasSelected.current === selectedId) return
    wasSelected.current = selectedId
    const isLost = document.activeElement === document.body || isHidden(document.activeElement)
    if (isLost) (selectedId ? side : list).current?.focus()
  }, [selectedId])

  const layout = [
    'evidence-columns',
    selected && 'has-detail',
    selected?.item.kind === 'file' && isLarge && 'is-large',
  ]
    .filter(Boolean)
    .join(' ')

  return (
    <DropZone look="area" className="evidence" isDisabled={isReadOnly} onFiles={attaching.attach.files}>
      <header className="evidence-head">
        <h1>{evidenceHeading(rows, principles)}</h1>
        {selected && !isReadOnly && (
          <ButtonLink href={hrefOf('evidence')} icon="add">
            Add evidence
          </ButtonLink>
        )}
      </header>
      <AttachProblems problems={attaching.problems} onDismiss={attaching.dismiss} />
      <div className={layout}>
        <div className="evidence-list" ref={list} tabIndex={-1}>
          {rows.length === 0 ? (
            <EmptyState title="What counts as evidence">
              Evidence is what proves a level: board papers, data, agreements, minutes, or a note of what
              people told you. Attach it here or on the page of a principle. It is kept inside this workbook.
            </EmptyState>
          ) : (
            <>
              <FilterBar filters={filters} onChange={setFilters} shown={shown.length} total={rows.length} />
              <EvidenceTable
                rows={shown}
                sorting={sorting}
                onSort={setSorting}
                selectedId={selected?.item.id ?? null}
                onSelect={item => {
                  setFresh([])
                  goTo('evidence', item)
                }}
              />
            </>
          )}
        </div>
        <div className="evidence-side" ref={side} tabIndex={-1}>
          {selected ? (
            <EvidenceDetail
              key={selected.item.id}
              row={selected}
              isReadOnly={isReadOnly}
              walk={walk}
              isLarge={isLarge}
              onLarge={setIsLarge}
              onClose={close}
            />
          ) : (
            <>
              {!isReadOnly && (
                <section className="paper panel" aria-label="Add evidence">
                  <AttachBox
                    onFiles={attaching.attach.files}
                    onChoose={attaching.attach.choose}
                    onLink={url => attaching.attach.links([url])}
                    onNote={attaching.attach.note}
                    canFolder={shell.can.attachFolder}
                    offered={attaching.offered}
                  />
                </section>
              )}
              <ChallengeList />
            </>
          )}
        </div>
      </div>
    </DropZone>
  )
}

/** What is attached while the list is narrowed is tied to what it is narrowed to. */
function targetsOf(filters: EvidenceFilters, areaId: AreaId): Partial<EvidenceTargets> {
  const { principleId } = filters
  const narrowedTo = filters.areaId && filters.areaId !== 'none' ? (filters.areaId as AreaId) : areaId
  return {
    areaIds: [narrowedTo],
    principleIds: principleId && principleId !== 'none' ? [principleId as PrincipleId] : [],
  }
}

function isHidden(element: Element | null): boolean {
  return element instanceof HTMLElement && element.getClientRects().length === 0
}
