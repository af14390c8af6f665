import type { Principle } from '../../../shared/model/framework.ts'
import { useFramework } from '../../state/select.ts'

/** Questions to ask the room, what to look at for proof, and whom the principle is about. */
export function PromptsTab({ principle }: { principle: Principle }) {
  const framework = useFramework()
  return (
    <>
      <ul className="rows">
        {principle.prompts.map(prompt => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <h3 className="tab-part">Words the levels use</h3>
      <dl className="rows">
        {framework.scale.terms.map(term => (
          <div key={term.term}>
            <dt>{term.term}</dt>
            <dd className="small quiet">{term.meaning}</dd>
          </div>
        ))}
      </dl>
      <h3 className="tab-part">Levels of need</h3>
      <dl className="rows">
        {framework.levelsOfNeed
          .filter(need => principle.levelsOfNeed.includes(need.id))
          .map(need => (
            <div key={need.id}>
              <dt>{need.label}</dt>
              <dd className="small quiet">{need.description}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
