import { levelNameOf } from '../../../shared/text/levels.ts'
import { useFramework } from '../../state/select.ts'
import { Sheet } from './sheet.tsx'

/** An A3 sheet for each principle: its statement, its five levels, and boxes for both counts. */
export function WallSheets() {
  const { scale, principles } = useFramework()
  return principles.map(principle => (
    <Sheet
      key={principle.id}
      paper="A3"
      className="wall-sheet"
      name={`Wall sheet: ${principle.number} ${principle.title}`}
      page={`${principle.number} of ${principles.length}`}
      title={
        <>
          <span className="number">{principle.number}</span> {principle.title}
        </>
      }
    >
      <p className="wall-statement">{principle.statement}</p>
      <ol className="wall-levels">
        {principle.levels.map(level => (
          <li key={level.value}>
            <h4 className={`tile-${level.value}`}>
              <span className="wall-number">{level.value}</span>
              {levelNameOf(scale, level.value)}
            </h4>
            <p className="wall-words">{level.descriptor}</p>
            <p className="wall-count">
              <span>First count</span>
              <span>Second count</span>
            </p>
          </li>
        ))}
      </ol>
      <p className="kit-sheet-when">
        <span>Agreed level, or split</span>
        <span>Because</span>
        <span>Minority view, from which kind of organisation</span>
      </p>
    </Sheet>
  ))
}
