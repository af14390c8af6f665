import { useMemo } from 'react'
import type { EvidenceTargets } from '../../../shared/model/evidence.ts'
import { refOf } from '../../../shared/text/names.ts'
import { CheckGroup } from '../../components/checkbox.tsx'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { useAreas, usePrinciples } from '../../state/select.ts'
import { areaWords, type EvidenceRow } from './evidence-rows.ts'

/** The areas an item covers and the principles and actions it backs. */
export function EvidenceTies(props: { row: EvidenceRow; isReadOnly: boolean }) {
  const { row } = props
  const act = useAct()
  const areas = useAreas()
  const principles = usePrinciples()
  const actions = useWorkbook(state => state.rows.actions)
  const tie = (part: Partial<EvidenceTargets>) =>
    act(client =>
      client.evidence.tie({
        id: row.item.id,
        targets: {
          areaIds: [...row.areaIds],
          principleIds: [...row.principleIds],
          actionIds: [...row.actionIds],
          ...part,
        },
      }),
    )
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
        chosen={row.areaIds}
        choices={areas.map(one => ({ value: one.id, label: <bdi>{areaWords(one)}</bdi> }))}
        onChange={areaIds => tie({ areaIds })}
        isDisabled={props.isReadOnly}
      />
      <CheckGroup
        label="Principles it backs"
        chosen={row.principleIds}
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
          chosen={row.actionIds}
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
