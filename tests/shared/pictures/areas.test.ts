import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areasTable, rangeOf, widestPrinciples } from '../../../shared/pictures/areas.ts'
import { drawHeatMap } from '../../../shared/pictures/heat-map.ts'
import { drawPlaces } from '../../../shared/pictures/places.ts'
import type { Mark } from '../../../shared/pictures/scene.ts'
import { spreadMode, spreadRow } from '../../../shared/pictures/spread.ts'
import { levelOf } from '../../../shared/pictures/standing.ts'
import { toSvg } from '../../../shared/pictures/to-svg.ts'
import { anyAreas, areasOf, said } from './inputs.ts'

const AXIS = { left: 100, step: 34, beyond: 27 }
const rolesOf = (marks: readonly Mark[]) => marks.flatMap(mark => mark.role ?? [])
const countOf = (marks: readonly Mark[], test: RegExp) =>
  rolesOf(marks).filter(role => test.test(role)).length

it('PI9: the map has a cell for every area and principle, and the table says the same', () => {
  fc.assert(
    fc.property(anyAreas, input => {
      const { scene, table } = drawHeatMap(input)
      const all = input.principles.flatMap(principle => [principle.system, ...principle.places])
      const cells = (state: string) => all.filter(standing => standing.state === state).length
      const drawn = scene.marks.slice(0, -1)
      // The key below the map shows each of the five levels once, and of the others those there are.
      const inKey = (state: string) => (input.placeNames.length > 8 && cells(state) > 0 ? 1 : 0)
      const splitInKey =
        input.placeNames.length > 8 && all.some(each => each.state === 'rated' && each.isSplit)
      expect(countOf(drawn, /^level-/)).toBe(cells('rated') + 5 + (splitInKey ? 1 : 0))
      expect(countOf(drawn, /^not-discussed/)).toBe(cells('not-discussed') + inKey('not-discussed'))
      expect(countOf(drawn, /^not-applicable/)).toBe(cells('not-applicable') + inKey('not-applicable'))
      expect(table.columns).toEqual(['Principle', 'Whole system', ...input.placeNames, 'Range of places'])
      input.principles.forEach((principle, row) => {
        expect(table.rows[row]).toHaveLength(table.columns.length)
        principle.places.forEach((place, index) => {
          const level = levelOf(place)
          const cell = table.rows[row]![index + 2]!
          expect(level === null ? /^Not/.test(cell) : cell.startsWith(`${level} `)).toBe(true)
        })
      })
    }),
    { numRuns: 50 },
  )
})

it('PI9: any map and any spread is drawn within its frame, with every number a number', () => {
  fc.assert(
    fc.property(anyAreas, input => {
      for (const { scene } of [drawHeatMap(input), drawPlaces(input)]) {
        expect(toSvg(scene)).not.toMatch(/NaN|Infinity|undefined/)
        for (const mark of scene.marks) {
          if (mark.kind === 'rect') expect(mark.x >= 0 && mark.x + mark.width <= scene.width).toBe(true)
          if (mark.kind === 'circle')
            expect(mark.cx - mark.r >= 0 && mark.cx + mark.r <= scene.width).toBe(true)
        }
      }
    }),
    { numRuns: 50 },
  )
})

it('PI10: in a wide cell the words stand; in a narrow one the key has them', () => {
  const wide = JSON.stringify(drawHeatMap(areasOf(3, ['-', 'na', 0])).scene.marks)
  expect(wide).toContain('"discuss"')
  expect(wide).toContain('"n/a"')
  const narrow = JSON.stringify(drawHeatMap(areasOf(12, ['-', 'na', 0])).scene.marks)
  expect(narrow).not.toContain('"discuss"')
  expect(narrow).toContain('"To discuss"')
  expect(narrow).toContain('"Not applicable"')
})

it('PI11: the range runs from the lowest to the highest place, and a tie has none', () => {
  expect(rangeOf([said(3), said('-'), said(1), said('na')])).toEqual([1, 3])
  expect(rangeOf([said('-'), said('na')])).toBeNull()
  const rowOf = (levels: Parameters<typeof areasOf>[1]) => {
    const input = areasOf(3, levels)
    return spreadRow(input.principles[0]!, AXIS, spreadMode(input, AXIS), 50)
  }
  const [line] = rowOf([3, 1, '-']).filter(mark => mark.role === 'range')
  expect(line?.kind === 'line' && [line.from.x, line.to.x]).toEqual([134, 202])
  expect(countOf(rowOf([2, 2, 2]), /range/)).toBe(0)
})

it('PI11: the triangle of the system stands over its level', () => {
  const input = areasOf(3, [0, 1, 2], 4)
  const [mark] = spreadRow(input.principles[0]!, AXIS, spreadMode(input, AXIS), 50).filter(
    each => each.role === 'system',
  )
  expect(mark?.kind === 'path' && mark.points[2]!.x).toBe(100 + 4 * 34)
})

it('PI12: dots have letters while they have room, and all rows count when one has not', () => {
  expect(spreadMode(areasOf(3, [2, 2, 1]), AXIS).kind).toBe('letters')
  expect(spreadMode(areasOf(3, [0, 0, 0]), AXIS).kind).toBe('letters')
  expect(spreadMode(areasOf(5, [2, 2, 2, 3, 3]), AXIS).kind).toBe('counts')
  // Four dots on level 0 would stand outside the drawing.
  expect(spreadMode(areasOf(4, [0, 0, 0, 0]), AXIS).kind).toBe('counts')
  const input = areasOf(40, Array(40).fill(2))
  const dots = spreadRow(input.principles[0]!, AXIS, spreadMode(input, AXIS), 50)
  expect(countOf(dots, /place/)).toBe(1)
  expect(JSON.stringify(dots)).toContain('"40"')
})

it('PI17: places differ most where the range is widest, if it is two levels or more', () => {
  expect(widestPrinciples(areasOf(2, [1, 2]))).toEqual([])
  expect(widestPrinciples(areasOf(2, [1, 4])).map(principle => principle.number)).toHaveLength(9)
})

it('PI9: a tie in the table is said as one level', () => {
  expect(areasTable(areasOf(2, [2, 2])).rows[0]!.at(-1)).toBe('All at 2')
  expect(areasTable(areasOf(2, ['-', '-'])).rows[0]!.at(-1)).toBe('None')
})
