import { useAbout, useFramework } from '../../state/select.ts'

/** Whose words these are, and that those who wrote the principles have not endorsed the rest. */
export function Credits() {
  const { framework, scale } = useFramework()
  const about = useAbout()
  const { source } = framework
  return (
    <section className="paper help-part" aria-labelledby="help-credits">
      <h2 id="help-credits">Credits</h2>
      <p>
        The nine principles come from {source.authors.join(', ')}, <cite>{source.title}</cite>,{' '}
        {source.publisher}, {source.year}.
      </p>
      <p className="help-address">{source.url}</p>
      <p>
        <strong>
          The King’s Fund and the Royal College of Psychiatrists have not endorsed this workbook.
        </strong>{' '}
        The levels, questions, measures and actions were written for it.
      </p>
      <p>{scale.notes}</p>
      <p className="quiet small">
        Framework {about.frameworkId}, version {about.frameworkVersion}, kept inside this workbook.{' '}
        {framework.period}
      </p>
    </section>
  )
}
