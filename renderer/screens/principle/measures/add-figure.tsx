import { useRef, useState } from 'react'
import type { Measure } from '../../../../shared/model/measure.ts'
import { typedDate } from '../../../../shared/text/typed-date.ts'
import { typedNumber } from '../../../../shared/text/typed-number.ts'
import { Button } from '../../../components/button.tsx'
import { NO_DATE } from '../../../components/date-field.tsx'
import { PlainTextField } from '../../../components/plain-text-field.tsx'
import { useAct } from '../../../state/hooks.ts'
import { useToday } from '../../../state/select.ts'

/** A day and a number. Enter adds them, and the next day can be typed at once: figures often come several at a time. */
export function AddFigure({ measure }: { measure: Measure }) {
  const [day, setDay] = useState('')
  const [figure, setFigure] = useState('')
  const [isSent, setIsSent] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const today = useToday()
  const act = useAct()
  const on = typedDate(day, today)
  const number = typedNumber(figure, measure.unit)
  const wrongDay = on === null ? (day.trim() === '' ? 'A date is needed here.' : NO_DATE) : null
  const wrongFigure =
    'problem' in number ? (figure.trim() === '' ? 'A number is needed here.' : number.problem) : null

  async function add() {
    setIsSent(true)
    const inputs = form.current?.querySelectorAll('input')
    if (on === null) return inputs?.[0]?.focus()
    if ('problem' in number) return inputs?.[1]?.focus()
    const point = { measureId: measure.id, on, value: number.value }
    if (!(await act(client => client.measure.addPoint(point)))) return
    setIsSent(false)
    setDay('')
    setFigure('')
    inputs?.[0]?.focus()
  }

  return (
    <form
      ref={form}
      className="measure-add"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <PlainTextField
        label="Counted on"
        value={day}
        onChange={setDay}
        placeholder="30 September 2026"
        error={isSent ? wrongDay : null}
      />
      <PlainTextField
        label="Figure"
        value={figure}
        onChange={setFigure}
        error={isSent ? wrongFigure : null}
      />
      <Button type="submit" icon="add" label={`Add a figure: ${measure.name}`}>
        Add
      </Button>
    </form>
  )
}
