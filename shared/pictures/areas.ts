import type { Level } from '../model/fields.ts'
import { listOf } from '../text/sizes.ts'
import type { PictureTable } from './scene.ts'
import { levelOf, type PicturedPrinciple, type Standing, standingWords } from './standing.ts'

/** What pictures of several areas show of one principle. `places` follows `placeNames`. */
export type AreasPrinciple = PicturedPrinciple & {
  readonly system: Standing
  readonly places: readonly Standing[]
}

export type AreasInput = {
  readonly systemName: string
  readonly roundName: string
  readonly levelNames: readonly string[]
  readonly placeNames: readonly string[]
  readonly principles: readonly AreasPrinciple[]
}

/** Lowest and highest level of the places that have one. Places are never averaged. */
export function rangeOf(standings: readonly Standing[]): readonly [Level, Level] | null {
  const levels = standings.flatMap(standing => levelOf(standing) ?? [])
  return levels.length ? [Math.min(...levels) as Level, Math.max(...levels) as Level] : null
}

/** `1 to 3`, `All at 2`, or `None` when no place has a level. */
export function rangeWords(standings: readonly Standing[]): string {
  const range = rangeOf(standings)
  if (!range) return 'None'
  return range[0] === range[1] ? `All at ${range[0]}` : `${range[0]} to ${range[1]}`
}

/** Principles on which places lie furthest apart, if they differ by two levels or more. */
export function widestPrinciples(input: AreasInput): readonly AreasPrinciple[] {
  const widths = input.principles.map(principle => {
    const range = rangeOf(principle.places)
    return range ? range[1] - range[0] : 0
  })
  const widest = Math.max(0, ...widths)
  return widest < 2 ? [] : input.principles.filter((_, index) => widths[index] === widest)
}

/** Areas by principle as a table: a row a principle, a column an area, and the range of the places. */
export function areasTable(input: AreasInput): PictureTable {
  const { levelNames, placeNames, principles } = input
  return {
    caption: `Areas by principle: ${input.systemName}, ${input.roundName}`,
    columns: ['Principle', 'Whole system', ...placeNames, 'Range of places'],
    rows: principles.map(principle => [
      `${principle.number} ${principle.title}`,
      standingWords(principle.system, levelNames),
      ...principle.places.map(place => standingWords(place, levelNames)),
      rangeWords(principle.places),
    ]),
  }
}

/** Areas by principle in sentences, one a principle. */
export function areasSentences(input: AreasInput): string {
  const { levelNames, placeNames, principles } = input
  const each = principles.map(principle => {
    const name = `${principle.number} ${principle.title}`
    const system = `whole system ${standingWords(principle.system, levelNames).toLowerCase()}`
    const range = rangeOf(principle.places)
    const rated = principle.places.filter(place => place.state === 'rated').length
    if (!placeNames.length) return `${name}: ${system}.`
    if (!range) return `${name}: ${system}; no place rated yet.`
    const spread = range[0] === range[1] ? `all at ${range[0]}` : `from ${range[0]} to ${range[1]}`
    return `${name}: ${system}; ${rated} of ${placeNames.length} places rated, ${spread}.`
  })
  const who = placeNames.length
    ? ` and ${placeNames.length > 8 ? `${placeNames.length} places` : listOf(placeNames)}`
    : ''
  return [`Levels 0 to 4 of the whole system${who}, ${input.roundName}. Nothing is averaged.`, ...each].join(
    ' ',
  )
}
