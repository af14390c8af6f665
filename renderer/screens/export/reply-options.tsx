import type { OwnersExport } from '../../../shared/contract/export-request.ts'
import { ButtonLink } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { hrefOf } from '../../state/route.ts'

/** By when and to whom things come back, printed on owner workbooks and slips; and where they are read in. */
export function ReplyOptions(props: {
  options: OwnersExport
  onChange: (more: Partial<OwnersExport>) => void
}) {
  const { options, onChange } = props
  return (
    <div className="paper reply-options">
      <TextField
        label="Send back by"
        placeholder="Friday 4 December"
        value={options.replyBy}
        onSave={replyBy => onChange({ replyBy })}
        maxLength={200}
      />
      <TextField
        label="Send back to"
        placeholder="Name and address"
        value={options.replyTo}
        onSave={replyTo => onChange({ replyTo })}
        maxLength={400}
      />
      <ButtonLink href={hrefOf('review')}>Read returned files</ButtonLink>
    </div>
  )
}
