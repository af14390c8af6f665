import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawRadar } from '../../../shared/pictures/radar.ts'
import { ringOf, spokePoint } from '../../../shared/pictures/radar-geometry.ts'
import { radarSeries } from '../../../shared/pictures/radar-series.ts'
import type { Mark } from '../../../shared/pictures/scene.ts'
import { levelOf } from '../../../shared/pictures/standing.ts'
import { anyRadar, radarOf, type Said } from './inputs.ts'

function series(now: readonly Said[], target?: readonly Said[], last?: readonly Said[]): Mark[] {
  return radarSeries(radarOf(now, target, last).principles)
}

function withRole(marks: readonly Mark[], role: string): Mark[] {
  return marks.filter(mark => mark.role === role)
}

function middleOf(mark: Mark): { x: number; y: number } {
  if (mark.kind === 'circle') return { x: mark.cx, y: mark.cy }
  if (mark.kind === 'rect') return { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 }
  throw new Error(`A ${mark.kind} is not a marker`)
}

const linesOf = (marks: readonly Mark[], role: string) =>
  withRole(marks, role).map(mark => (mark.kind === 'path' ? [mark.points.length, mark.isClosed] : null))

it('PI1: each level lies on its own ring, evenly apart, and level 0 is not the middle', () => {
  expect([0, 1, 2, 3, 4].map(level => ringOf(level as 0))).toEqual([24, 53, 82, 111, 140])
  const [first] = withRole(series([0]), 'now')
  expect(middleOf(first!)).toEqual(spokePoint(0, 9, ringOf(0)))
})

it('PI1: any rating lies on the ring of its level and its own spoke', () => {
  fc.assert(
    fc.property(anyRadar, ({ principles }) => {
      const marks = radarSeries(principles)
      for (const [role, levels] of [
        ['now', principles.map(each => levelOf(each.now))],
        ['target', principles.map(each => each.target)],
        ['last', principles.map(each => levelOf(each.last))],
      ] as const) {
        const wanted = levels.flatMap((level, index) =>
          level === null ? [] : [spokePoint(index, 9, ringOf(level))],
        )
        const drawn = withRole(marks, role).map(middleOf)
        expect(drawn).toHaveLength(wanted.length)
        drawn.forEach((point, index) => {
          expect(point.x).toBeCloseTo(wanted[index]!.x)
          expect(point.y).toBeCloseTo(wanted[index]!.y)
          expect(Math.hypot(point.x, point.y)).toBeLessThanOrEqual(ringOf(4) + 1e-9)
        })
      }
    }),
  )
})

it('PI2: the line breaks at what has no level', () => {
  expect(linesOf(series([2, 1, 2, 0, 3, 2, '-', '-', '-']), 'now-line')).toEqual([[6, false]])
  expect(linesOf(series([2, 1, 'na', 0, 3, '-', 4, '-', '-']), 'now-line')).toEqual([
    [2, false],
    [2, false],
  ])
})

it('PI2: the line runs on past principle 9 to principle 1, and closes when all have a level', () => {
  expect(linesOf(series([2, 1, '-', '-', '-', '-', '-', 1, 1]), 'now-line')).toEqual([[4, false]])
  expect(linesOf(series([2, 1, 2, 0, 3, 2, 1, 0, 4]), 'now-line')).toEqual([[9, true]])
})

it('PI2: a principle between two that have no level is a mark without a line', () => {
  const marks = series(['-', 3, '-', '-', '-', '-', '-', '-', '-'])
  expect(linesOf(marks, 'now-line')).toEqual([])
  expect(withRole(marks, 'now')).toHaveLength(1)
})

it('PI3: what is not discussed or not applicable has a word in place of a mark', () => {
  const words = JSON.stringify(drawRadar(radarOf([2, 1, 2, 0, 3, 2, '-', 1, 'na'])).scene.marks)
  expect(words.match(/to discuss/g)).toHaveLength(1)
  expect(words.match(/not applicable/g)).toHaveLength(1)
})

it('PI4: the three lines differ by dash and marker', () => {
  const all = [2, 1, 2, 0, 3, 2, 1, 0, 4] as const
  const marks = series(all, [3, 3, 3, 3, 4, 3, 3, 3, 0], [1, 0, 1, 1, 2, 1, 0, 1, 3])
  const dashes = ['now-line', 'target-line', 'last-line'].map(role => {
    const [mark] = withRole(marks, role)
    return mark?.kind === 'path' ? (mark.dash ?? []).join(' ') : null
  })
  expect(new Set(dashes).size).toBe(3)
  const [now, target, last] = ['now', 'target', 'last'].map(role => withRole(marks, role)[0]!)
  expect([now?.kind, target?.kind, last?.kind]).toEqual(['circle', 'rect', 'circle'])
  expect(now?.kind === 'circle' && last?.kind === 'circle' && now.fill !== last.fill).toBe(true)
})

it('PI5: on a tie no marker covers another', () => {
  const marks = series([2], [2], [2])
  const size = (role: string) => {
    const [mark] = withRole(marks, role)
    return mark?.kind === 'rect' ? mark.width / 2 : mark?.kind === 'circle' ? mark.r : 0
  }
  // From back to front the markers get smaller: the square stands round the dot, the hole inside it.
  expect(marks.map(mark => mark.role)).toEqual(['target', 'now', 'last'])
  expect([size('target') > size('now') + 1.5, size('now') > size('last') + 1.5]).toEqual([true, true])
})

it('PI6: sentences and table name all nine and agree with the drawing', () => {
  fc.assert(
    fc.property(anyRadar, input => {
      const { alt, table, scene } = drawRadar(input)
      expect(table.rows).toHaveLength(9)
      expect(scene.description).toBe(alt)
      input.principles.forEach((principle, index) => {
        const row = table.rows[index]!
        expect(alt).toContain(`${principle.number} ${principle.title}`)
        expect(row).toHaveLength(table.columns.length)
        const level = levelOf(principle.now)
        if (level !== null) expect(row[1]).toMatch(new RegExp(`^${level} `))
        expect(row[2]?.startsWith(String(principle.target ?? 'Not set'))).toBe(true)
      })
    }),
  )
})

it('PI6: the first round has no third column and no third line', () => {
  expect(drawRadar(radarOf([2])).table.columns).toEqual(['Principle', 'Now', 'Target'])
  expect(drawRadar(radarOf([2], [3], [1])).table.columns).toEqual([
    'Principle',
    'Now',
    'Target',
    'Last round',
  ])
})
