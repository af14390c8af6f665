import type { BoardExport } from '../../../shared/contract/export-request.ts'
import { Button } from '../../components/button.tsx'
import { SegmentedChoice } from '../../components/segmented-choice.tsx'
import { TextArea, TextField } from '../../components/text-field.tsx'

/** What the board is told about the paper: why, for which meeting, from whom, and what it is asked to do. */
export function BoardOptions(props: {
  options: BoardExport
  onChange: (more: Partial<BoardExport>) => void
  suggested: readonly string[]
}) {
  const { options, onChange, suggested } = props
  return (
    <section className="paper board-options" aria-label="What the board is told">
      <div className="board-asks">
        <TextArea
          label="What the board is asked to do, a line each"
          hint="Printed first, in the board workbook and in the summary."
          rows={3}
          value={options.asks.join('\n')}
          onSave={text => onChange({ asks: linesOf(text) })}
        />
        {options.asks.length === 0 && suggested.length > 0 && (
          <Button variant="link" onPress={() => onChange({ asks: [...suggested] })}>
            Start from what worries us: {suggested.length} {suggested.length === 1 ? 'line' : 'lines'}
          </Button>
        )}
      </div>
      <SegmentedChoice
        label="The paper is for"
        value={options.purpose}
        choices={[
          { value: 'decision', label: 'Decision' },
          { value: 'discussion', label: 'Discussion' },
          { value: 'information', label: 'Information' },
        ]}
        onChange={purpose => onChange({ purpose })}
      />
      <SegmentedChoice
        label="Who reads it"
        value={options.readers}
        choices={[
          { value: 'board', label: 'The board' },
          { value: 'others', label: 'Others too' },
        ]}
        onChange={readers => onChange({ readers })}
      />
      <TextField
        label="For which meeting"
        placeholder="Partnership board, 8 December 2026"
        value={options.meeting}
        onSave={meeting => onChange({ meeting })}
        maxLength={1000}
      />
      <TextField
        label="Prepared by"
        value={options.preparedBy}
        onSave={preparedBy => onChange({ preparedBy })}
        maxLength={400}
      />
    </section>
  )
}

/** At most twenty lines of at most a thousand characters: what the workbook takes. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim().slice(0, 1000))
    .filter(Boolean)
    .slice(0, 20)
}
