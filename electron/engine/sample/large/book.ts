import type { Action } from '../../../../shared/model/action.ts'
import type { AreaId } from '../../../../shared/model/ids.ts'
import type { SampleSize } from '../../../../shared/model/sample-size.ts'
import { SYSTEM_AREA } from '../../create.ts'
import { roundsOf, type SampleRound } from './calendar.ts'
import { personName, placeName } from './words.ts'

export type SampleArea = { readonly id: AreaId; readonly name: string; readonly isSystem: boolean }

/** What the parts of a large sample stand on. */
export type SampleBook = {
  readonly size: SampleSize
  /** The system first. */
  readonly areas: readonly SampleArea[]
  readonly rounds: readonly SampleRound[]
  /** Everyone who owns something. */
  readonly people: readonly string[]
}

export const SYSTEM_NAME = 'Zephmere and Orrin'

/** The areas, rounds and people of a sample of this size. */
export function bookOf(size: SampleSize): SampleBook {
  const places = Array.from({ length: size.places }, (_, index) => ({
    id: `sample-place-${index + 1}` as AreaId,
    name: placeName(index),
    isSystem: false,
  }))
  return {
    size,
    areas: [{ id: SYSTEM_AREA, name: SYSTEM_NAME, isSystem: true }, ...places],
    rounds: roundsOf(size.rounds),
    people: Array.from({ length: Math.min(100, 5 + Math.floor(size.actions / 80)) }, (_, index) =>
      personName(index),
    ),
  }
}

/** The id of an action by its number, from 1. */
export function actionIdAt(ref: number): Action['id'] {
  return `sample-action-${ref}` as Action['id']
}

/** Which part of `total` belongs to round `index` of `rounds`: from the first to the last, not included. */
export function shareOf(total: number, index: number, rounds: number): readonly [from: number, to: number] {
  return [Math.floor((total * index) / rounds), Math.floor((total * (index + 1)) / rounds)]
}

/** In pieces of at most `most`. */
export function inPieces<T>(list: readonly T[], most: number): T[][] {
  const pieces: T[][] = []
  for (let from = 0; from < list.length; from += most) pieces.push(list.slice(from, from + most))
  return pieces
}

/** In lists of what has the same key, in the order of first ones. */
export function together<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const lists = new Map<string, T[]>()
  for (const one of list) {
    const known = lists.get(keyOf(one))
    if (known) known.push(one)
    else lists.set(keyOf(one), [one])
  }
  return [...lists.values()]
}
