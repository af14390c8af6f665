import type { Principle } from '../../../shared/model/framework.ts'
import { useFramework } from '../../state/select.ts'
import { examplesOf } from './facts.ts'
import { SourceLines } from './source-lines.tsx'

/** What others did, with what kind of claim their result is and where it comes from. */
export function ExamplesTab({ principle }: { principle: Principle }) {
  const framework = useFramework()
  return (
    <>
      <ul className="rows">
        {examplesOf(framework, principle).map(example => (
          <li key={example.site}>
            <h3 className="example-site">{example.site}</h3>
            <p>{example.what}</p>
            {example.result && <p className="example-result">{example.result}</p>}
            {example.resultType && (
              <p className="small">
                <strong>Kind of result:</strong> {example.resultType}
              </p>
            )}
            <SourceLines sources={example.sources} />
          </li>
        ))}
      </ul>
      <p className="small quiet tab-part">
        The descriptors and questions were written for this workbook. The King's Fund and RCPsych have not
        endorsed them.
      </p>
    </>
  )
}
