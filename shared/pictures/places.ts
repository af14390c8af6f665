import { type AreasInput, areasSentences, areasTable, rangeWords } from './areas.ts'
import { line, quiet } from './colours.ts'
import { keyRow } from './key.ts'
import { principleName, words } from './parts.ts'
import type { Mark, Picture } from './scene.ts'
import { spreadGrid, spreadKey, spreadMode, spreadRow } from './spread.ts'

const WIDTH = 560
const AXIS = { left: 210, step: 58, beyond: 50 }
const ROW = 40
const HEADING = 24

/** The spread of places: where they stand on each principle, and between which levels. Nothing is averaged. */
export function drawPlaces(input: AreasInput): Picture {
  const mode = spreadMode(input, AXIS)
  const bottom = HEADING + ROW * input.principles.length
  const marks: Mark[] = [
    ...spreadGrid(AXIS, HEADING, bottom),
    words({ x: WIDTH, y: HEADING - 11 }, 'Range', { anchor: 'end', size: 13, fill: quiet }),
  ]
  input.principles.forEach((principle, row) => {
    const y = HEADING + ROW * (row + 0.5)
    const foot = y + ROW / 2
    marks.push(
      { kind: 'line', from: { x: 0, y: foot }, to: { x: WIDTH, y: foot }, stroke: line },
      ...principleName(principle, principle.shortTitle, { x: 0, y }, 200),
      ...spreadRow(principle, AXIS, mode, y),
      words({ x: WIDTH, y }, rangeWords(principle.places), { anchor: 'end', fill: quiet }),
    )
  })
  const key = keyRow(spreadKey(mode, input.placeNames), 0, bottom + 12, WIDTH)
  const alt = areasSentences(input)
  return {
    title: 'Spread of places',
    alt,
    scene: {
      width: WIDTH,
      height: Math.ceil(bottom + 14 + key.height),
      title: `Spread of places: ${input.systemName}, ${input.roundName}`,
      description: alt,
      marks: [...marks, ...key.marks],
    },
    table: { ...areasTable(input), caption: `Spread of places: ${input.systemName}, ${input.roundName}` },
  }
}
