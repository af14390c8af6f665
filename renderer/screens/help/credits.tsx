import { CreditWords } from '../../components/credit-words.tsx'
import { useAbout, useFramework } from '../../state/select.ts'

/** Whose words this workbook's framework is. */
export function Credits() {
  const { framework, scale } = useFramework()
  const about = useAbout()
  return (
    <section className="paper help-part" aria-labelledby="help-credits">
      <h2 id="help-credits">Credits</h2>
      <CreditWords source={framework.source} notes={scale.notes} />
      <p className="quiet small">
        Framework {about.frameworkId}, version {about.frameworkVersion}, kept inside this workbook.{' '}
        {framework.period}
      </p>
    </section>
  )
}
