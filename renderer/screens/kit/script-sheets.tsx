import type { Level } from '../../../shared/model/fields.ts'
import type { Principle } from '../../../shared/model/framework.ts'
import { levelLineOf } from '../../../shared/text/level-lines.ts'
import { levelNameOf } from '../../../shared/text/levels.ts'
import { useFramework } from '../../state/select.ts'
import { kit } from './content.ts'
import { Lines, Sheet } from './sheet.tsx'

/** How to run a principle on one page, then a page for each with the questions of the framework. */
export function ScriptSheets() {
  const { principles } = useFramework()
  const pages = principles.length + 1
  return (
    <>
      <HowTo page={`Page 1 of ${pages}`} />
      {principles.map(principle => (
        <OfPrinciple
          key={principle.id}
          principle={principle}
          page={`Page ${principle.number + 1} of ${pages}`}
        />
      ))}
    </>
  )
}

function HowTo({ page }: { page: string }) {
  const { title, lead, steps, traps } = kit.script
  const { scale } = useFramework()
  return (
    <Sheet paper="A4" className="kit-sheet-tight" title={title} name={title} page={page}>
      <p className="kit-sheet-lead">{lead}</p>
      <ol className="kit-sheet-say">
        {steps.map((step, index) => (
          <li key={step.title}>
            <h4>
              <span className="number">{index + 1}</span> {step.title}
            </h4>
            <p>
              <strong>{step.say}</strong>
            </p>
            <p>{step.do}</p>
          </li>
        ))}
      </ol>
      <section>
        <h4>Common traps</h4>
        <dl className="kit-sheet-pairs">
          {traps.map(trap => (
            <div key={trap.see}>
              <dt>{trap.see}</dt>
              <dd>{trap.do}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h4>The rules for choosing a level</h4>
        <Lines lines={scale.choosing.rules} />
      </section>
    </Sheet>
  )
}

function OfPrinciple({ principle, page }: { principle: Principle; page: string }) {
  const { scale } = useFramework()
  const title = `${principle.number} ${principle.title}`
  return (
    <Sheet
      paper="A4"
      className="kit-sheet-tight"
      name={`Script: ${title}`}
      page={page}
      title={
        <>
          <span className="number">{principle.number}</span> {principle.title}
        </>
      }
    >
      <p className="kit-sheet-lead">
        <strong>“{principle.statement}”</strong>
      </p>
      <section>
        <h4>Ask</h4>
        <Lines lines={principle.prompts} />
      </section>
      <section>
        <h4>Listen for, and ask to see</h4>
        <ul className="kit-sheet-lines kit-sheet-two">
          {principle.evidenceIdeas.map(idea => (
            <li key={idea}>{idea}</li>
          ))}
        </ul>
      </section>
      <section>
        <h4>The five levels in a line</h4>
        <ol className="kit-sheet-nine">
          {principle.levels.map(({ value }) => (
            <li key={value}>
              <strong>
                <span className="number">{value}</span> {levelNameOf(scale, value)}.
              </strong>{' '}
              {levelLineOf(principle, value as Level)}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h4>Between two levels</h4>
        <table className="kit-sheet-table">
          <thead>
            <tr>
              <th scope="col">Between</th>
              <th scope="col">Ask</th>
              <th scope="col">Trap</th>
            </tr>
          </thead>
          <tbody>
            {scale.choosing.neighbours.map(({ between, question, ifYes, ifNo, watchFor }) => (
              <tr key={ifYes}>
                <th scope="row" className="nowrap">
                  {between[0]} and {between[1]}
                </th>
                <td>
                  {question} <strong className="nowrap">Yes: {ifYes}.</strong>{' '}
                  <strong className="nowrap">No: {ifNo}.</strong>
                </td>
                <td>{watchFor}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  )
}
