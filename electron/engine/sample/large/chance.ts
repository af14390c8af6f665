/** Throws of a die that fall the same way every time, so that two samples of one size are the same. */
export type Chance = {
  /** A whole number from 0 to `below`, `below` not included. */
  number(below: number): number
  /** True so many times in a hundred. */
  is(percent: number): boolean
  pick<T>(from: readonly T[]): T
  /** Up to `most` different ones, at least one where there is one. */
  some<T>(from: readonly T[], most: number): T[]
}

/** A die of its own for each part of the sample: more of one part does not change another. */
export function chanceFor(part: string): Chance {
  let state = [...part].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  const number = (below: number) => {
    // mulberry32: four lines, the same on every machine.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
  const pick = <T>(from: readonly T[]) => from[number(from.length)]!
  return {
    number,
    pick,
    is: percent => number(100) < percent,
    some(from, most) {
      const wanted = Math.min(from.length, 1 + number(most))
      const first = number(from.length || 1)
      // Neighbours of a random one: different by being neighbours.
      return Array.from({ length: wanted }, (_, index) => from[(first + index) % from.length]!)
    },
  }
}
