import type { Framework } from '../model/framework.ts'

/** What a level of the scale is called, `Developing`; empty for none and for one the scale has not. */
export function levelNameOf(scale: Pick<Framework['scale'], 'levels'>, level: unknown): string {
  return scale.levels.find(({ value }) => value === level)?.label ?? ''
}

/** A level with its name, `2 Developing`. */
export function levelWords(scale: Pick<Framework['scale'], 'levels'>, level: number): string {
  return `${level} ${levelNameOf(scale, level)}`.trim()
}
