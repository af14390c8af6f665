/** Whose words these are, and that those who wrote the principles have not endorsed the rest. */
export function CreditWords(props: {
  source: { authors: readonly string[]; title: string; publisher: string; year: number; url: string }
  /** How the levels came about. */
  notes: string
}) {
  const { authors, title, publisher, year, url } = props.source
  return (
    <>
      <p>
        The nine principles come from {authors.join(', ')}, <cite>{title}</cite>, {publisher}, {year}.
      </p>
      <p className="help-address">{url}</p>
      <p>
        <strong>
          The King’s Fund and the Royal College of Psychiatrists have not endorsed this workbook.
        </strong>{' '}
        The levels, questions, measures and actions were written for it.
      </p>
      <p>{props.notes}</p>
    </>
  )
}
