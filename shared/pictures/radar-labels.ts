import { ink, quiet, structure } from './colours.ts'
import { wrapped } from './letters.ts'
import type { RadarPrinciple } from './radar.ts'
import type { Mark, Point } from './scene.ts'

const SIZE = 14
const NOTE_SIZE = 13
const LEADING = 17

/** A principle's name at the end of its spoke, with a word below when there is no level; and how tall it came out. */
export function radarLabel(principle: RadarPrinciple, at: Point, halfWidth: number) {
  const anchor = at.x > 20 ? 'start' : at.x < -20 ? 'end' : 'middle'
  const room = anchor === 'middle' ? halfWidth : halfWidth - Math.abs(at.x)
  const names = wrapped(`${principle.number} ${principle.shortTitle}`, room, SIZE, 3)
  const note = noteOf(principle)
  const notes = note ? wrapped(note, room, NOTE_SIZE, 2) : []
  const height = (names.length + notes.length) * LEADING
  // The block stands above a spoke that points up, below one that points down, and beside one that points sideways.
  const lean = at.y / Math.hypot(at.x, at.y)
  const top = at.y + (lean * height) / 2 - height / 2
  const baseline = (row: number) => top + row * LEADING + 13
  const marks = [
    ...names.map((words, row): Mark => {
      const mark = { kind: 'text', at: { x: at.x, y: baseline(row) }, anchor, size: SIZE } as const
      if (row > 0) return { ...mark, runs: [{ text: words, fill: ink }] }
      const number = String(principle.number)
      const rest = words.slice(number.length)
      return {
        ...mark,
        runs: [
          { text: number, fill: structure, isBold: true },
          { text: rest, fill: ink },
        ],
      }
    }),
    ...notes.map(
      (words, row): Mark => ({
        kind: 'text',
        at: { x: at.x, y: baseline(names.length + row) },
        anchor,
        size: NOTE_SIZE,
        runs: [{ text: words, fill: quiet }],
      }),
    ),
  ]
  return { marks, top, bottom: top + height }
}

function noteOf(principle: RadarPrinciple): string {
  if (principle.now.state === 'not-discussed') return 'to discuss'
  return principle.now.state === 'not-applicable' ? 'not applicable' : ''
}
