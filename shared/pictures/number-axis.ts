import { numberWords } from '../text/typed-number.ts'

/** Numbers up a line: where each lies, and which are written beside it. */
export type NumberAxis = {
  /** 0 at the foot of the line, 1 at its head. */
  readonly placeOf: (value: number) => number
  readonly ticks: readonly number[]
}

/** A line that holds all these numbers, with three to six round ones written beside it. */
export function numberAxis(values: readonly number[]): NumberAxis {
  const [low, high] = widened(Math.min(...values), Math.max(...values))
  const step = roundStep((high - low) / 4)
  const from = Math.floor(low / step + 1e-9)
  const to = Math.ceil(high / step - 1e-9)
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step))
  const [foot, head] = [ticks[0]!, ticks.at(-1)!]
  return { placeOf: value => (value - foot) / (head - foot), ticks }
}

/** Under this, numbers are as good as one: nobody can type a smaller difference. */
const TINY = 1e-15

/** Numbers that are all the same, or as good as, still need a line to stand on. */
function widened(low: number, high: number): [number, number] {
  const most = Math.max(Math.abs(low), Math.abs(high))
  if (high - low > Math.max(most * 1e-9, TINY)) return [low, high]
  const room = most < TINY ? 1 : most * 0.1
  return [low - room, high + room]
}

/** 1, 2 or 5 times a power of ten: the smallest that is not under `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find(times => times * power >= least) ?? 10) * power
}

/** 0.1 + 0.2 is 0.3 on paper. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0
}

const SIZES = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
] as const

/** Numbers beside a line: short ones, unless two of them would read the same. */
export function tickWords(ticks: readonly number[]): string[] {
  const short = ticks.map(shortNumber)
  return new Set(short).size === short.length ? short : ticks.map(numberWords)
}

/** A number where there is little room: `1.2m`, `-340k`; those below ten thousand in full, to four figures. */
export function shortNumber(value: number): string {
  const size = Math.abs(value)
  const [by, letter] = SIZES.find(([least]) => size >= least && size >= 10_000) ?? [1, '']
  const short = Number((value / by).toPrecision(4)) + 0
  if (size !== 0 && size < 0.0001) return value.toExponential(1).replace('.0', '')
  return `${numberWords(short)}${letter}`
}
