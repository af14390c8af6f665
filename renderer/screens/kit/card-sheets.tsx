import { useFramework } from '../../state/select.ts'
import { Sheet } from './sheet.tsx'

/** Five cards to hold up: the number large enough for the far end of a room, and its word. */
export function CardSheets() {
  const { scale } = useFramework()
  return scale.levels.map(level => (
    <Sheet
      key={level.value}
      paper="A5"
      name={`Card ${level.value}, ${level.label}`}
      className="card-sheet"
      title={level.label}
    >
      <div className="card-face">
        <span className={`card-number tile-${level.value}`}>{level.value}</span>
        <p className="card-short">{level.short}</p>
      </div>
    </Sheet>
  ))
}
