import type { Level } from '../model/fields.ts'

/** Where one area stands on one principle in one round. */
export type Standing =
  | { readonly state: 'rated'; readonly level: Level; readonly isSplit: boolean }
  | { readonly state: 'not-discussed' }
  | { readonly state: 'not-applicable' }

/** A principle as pictures name it. */
export type PicturedPrinciple = {
  readonly id: string
  readonly number: number
  readonly title: string
  /** Two or three words, for the edge of a drawing. */
  readonly shortTitle: string
}

/** The level of a standing, or `null` when there is none. */
export function levelOf(standing: Standing | null): Level | null {
  return standing?.state === 'rated' ? standing.level : null
}

/** A standing in words for tables: `2 Developing`, `1 Emerging, split`, `Not discussed yet`, `Not applicable`. */
export function standingWords(standing: Standing, levelNames: readonly string[]): string {
  if (standing.state === 'not-discussed') return 'Not discussed yet'
  if (standing.state === 'not-applicable') return 'Not applicable'
  return `${levelWords(standing.level, levelNames)}${standing.isSplit ? ', split' : ''}`
}

/** `2 Developing`. */
export function levelWords(level: Level, levelNames: readonly string[]): string {
  return `${level} ${levelNames[level] ?? ''}`.trim()
}
