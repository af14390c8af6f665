import { DONE, EMBEDDED, whyNotChecked } from '../../../shared/rules/closing.ts'
import { longDate } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useSave } from './action-fields.tsx'
import type { ActionRow } from './action-row.ts'

/** The two steps that close an action: the owner says done, someone else checks. */
export function Closing({ row, canEdit }: { row: ActionRow; canEdit: boolean }) {
  const { action } = row
  const save = useSave(action)
  const unchecked = whyNotChecked(action)
  const isChecked = action.statusId === EMBEDDED

  return (
    <section className="actions-part" aria-label="Closing in two steps">
      <div className="actions-part-head">
        <h3>Closing in two steps</h3>
      </div>
      <ol className="closing">
        <li className={row.standing.kind === 'to-be-checked' || isChecked ? 'is-done' : ''}>
          <p>
            <strong>Done</strong> <span className="quiet">when the owner says it is finished.</span>
          </p>
          {canEdit && action.statusId !== DONE && !isChecked && (
            <Button onPress={() => void save({ statusId: DONE })}>The owner says it is done</Button>
          )}
        </li>
        <li className={isChecked ? 'is-done' : ''}>
          <p>
            <strong>Embedded</strong>{' '}
            <span className="quiet">when someone else has checked that it works in practice.</span>
          </p>
          {canEdit ? (
            <div className="actions-fields">
              <TextField
                label="Checked by"
                value={action.verifiedBy}
                onSave={verifiedBy => save({ verifiedBy })}
                className="is-wide"
              />
              <DateField
                label="Checked on"
                example="30 September 2025"
                value={action.verifiedOn}
                onSave={verifiedOn => save({ verifiedOn })}
                className="is-wide"
              />
              {!isChecked && (
                <p className="is-wide">
                  <Button offBecause={unchecked} onPress={() => void save({ statusId: EMBEDDED })}>
                    Checked: it is embedded
                  </Button>
                  {unchecked && <span className="hint actions-why">{unchecked}</span>}
                </p>
              )}
            </div>
          ) : (
            action.verifiedBy && (
              <p>
                Checked by {action.verifiedBy}
                {action.verifiedOn && ` on ${longDate(action.verifiedOn)}`}.
              </p>
            )
          )}
        </li>
      </ol>
    </section>
  )
}
