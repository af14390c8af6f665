import { useMemo } from 'react'
import { refOf } from '../../../shared/text/names.ts'
import { CheckGroup } from '../../components/checkbox.tsx'
import { useWorkbook } from '../../state/hooks.ts'
import { useAreas, usePrinciples } from '../../state/select.ts'
import { areaWords, type EvidenceRow } from './evidence-rows.ts'
import { useTies } from './use-ties.ts'

/** The areas an item covers and the principles and actions it backs. */
export function EvidenceTies(props: { row: EvidenceRow; isReadOnly: boolean }) {
  const { row } = props
  const areas = useAreas()
  const principles = usePrinciples()
  const actions = useWorkbook(state => state.rows.actions)
  const [tied, tie] = useTies(row)
  // Only the actions of its principles are offered, and those it is tied to already: a plan can have hundreds.
  const offered = useMemo(
    () =>
      [...actions.values()]
        .filter(one => row.principleIds.includes(one.principleId) || row.actionIds.includes(one.id))
        .sort((a, b) => a.ref - b.ref),
    [actions, row.principleIds, row.actionIds],
  )
  return (
    <>
      <CheckGroup
        label="Areas it covers"
        chosen={tied.areaIds}
        choices={areas.map(one => ({ value: one.id, label: <bdi>{areaWords(one)}</bdi> }))}
        onChange={areaIds => tie({ areaIds })}
        isDisabled={props.isReadOnly}
      />
      <CheckGroup
        label="Principles it backs"
        chosen={tied.principleIds}
        choices={principles.map(one => ({
          value: one.id,
          label: (
            <>
              <span className="number">{one.number}</span> {one.title}
            </>
          ),
        }))}
        onChange={principleIds => tie({ principleIds })}
        isDisabled={props.isReadOnly}
      />
      {offered.length > 0 && (
        <CheckGroup
          label="Actions it backs"
          chosen={tied.actionIds}
          choices={offered.map(one => ({
            value: one.id,
            label: (
              <>
                <span className="nowrap">{refOf('action', one.ref)}</span> <bdi>{one.title}</bdi>
              </>
            ),
          }))}
          onChange={actionIds => tie({ actionIds })}
          isDisabled={props.isReadOnly}
        />
      )}
    </>
  )
}
