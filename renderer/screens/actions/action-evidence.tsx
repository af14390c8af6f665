import { useState } from 'react'
import type { Evidence } from '../../../shared/model/evidence.ts'
import type { ActionId } from '../../../shared/model/ids.ts'
import { refOf } from '../../../shared/text/names.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { TextArea } from '../../components/text-field.tsx'
import { sentenceOf, useAct, useStage, useWorkbook } from '../../state/hooks.ts'
import { hrefOf } from '../../state/route.ts'
import { useSave } from './action-fields.tsx'
import type { ActionRow } from './action-row.ts'

/** What proves progress: items of the workbook tied to this action, and a note. */
export function ActionEvidence({ row, canEdit }: { row: ActionRow; canEdit: boolean }) {
  const { action } = row
  const evidence = useWorkbook(state => state.rows.evidence)
  const links = useWorkbook(state => state.rows.evidenceLinks)
  const { shell, session } = useStage()
  const act = useAct()
  const save = useSave(action)
  const [chosen, setChosen] = useState('')
  const tiedIds = new Set(
    [...links.values()].flatMap(link => (link.actionId === action.id ? [link.evidenceId] : [])),
  )
  const items = [...evidence.values()].sort((one, other) => one.ref - other.ref)
  const tied = items.filter(item => tiedIds.has(item.id))
  const others = items.filter(item => !tiedIds.has(item.id))

  /** All that an item is tied to, with this action put in or taken out. */
  function tie(item: Evidence, isTied: boolean) {
    const own = [...links.values()].filter(link => link.evidenceId === item.id)
    const actionIds = own.flatMap(link =>
      link.actionId && link.actionId !== action.id ? [link.actionId] : [],
    )
    return act(client =>
      client.evidence.tie({
        id: item.id,
        targets: {
          areaIds: own.flatMap(link => link.areaId ?? []),
          principleIds: own.flatMap(link => link.principleId ?? []),
          actionIds: isTied ? [...actionIds, action.id as ActionId] : actionIds,
        },
      }),
    )
  }

  async function attach() {
    try {
      await shell.attachByChoice(
        { areaIds: [action.areaId], principleIds: [action.principleId], actionIds: [action.id] },
        false,
      )
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    }
  }

  return (
    <details className="actions-part">
      <summary>
        <h3>Evidence</h3>
        <span className="quiet">{tied.length === 0 ? 'none linked' : `${tied.length} linked`}</span>
      </summary>
      <ul className="actions-evidence">
        {tied.map(item => (
          <li key={item.id}>
            <a href={hrefOf('evidence', item.id)}>
              {refOf('evidence', item.ref)} {item.title}
            </a>
            {canEdit && (
              <IconButton
                icon="close"
                label={`Unlink ${refOf('evidence', item.ref)}`}
                onPress={() => void tie(item, false)}
              />
            )}
          </li>
        ))}
      </ul>
      {canEdit && others.length > 0 && (
        <div className="actions-link">
          <Select
            label="Link evidence of this workbook"
            value={chosen}
            choices={[
              { value: '', label: 'Choose an item' },
              ...others.map(item => ({
                value: item.id as string,
                label: `${refOf('evidence', item.ref)} ${item.title}`,
              })),
            ]}
            onChange={setChosen}
          />
          <Button
            offBecause={chosen === '' ? 'Choose an item first.' : null}
            onPress={() => {
              const item = others.find(each => each.id === chosen)
              setChosen('')
              if (item) void tie(item, true)
            }}
          >
            Link
          </Button>
        </div>
      )}
      {canEdit && (
        <p className="actions-attach">
          <Button icon="evidence" onPress={() => void attach()}>
            Attach a file
          </Button>
          <span className="hint">No patient-identifiable data.</span>
        </p>
      )}
      <TextArea
        label="Note on evidence"
        rows={2}
        value={action.evidenceNote}
        onSave={evidenceNote => save({ evidenceNote })}
        isReadOnly={!canEdit}
      />
    </details>
  )
}
