import type { Level } from '../model/fields.ts'
import type { Point } from './scene.ts'

const RING_0 = 24
const STEP = 29

/** The radius of a level's ring. Level 0 has a ring of its own: it is an answer, and no answer has no place at all. */
export function ringOf(level: Level): number {
  return RING_0 + STEP * level
}

/** Where `radius` lies on the spoke at `index`, about the middle of the radar. The first spoke points up. */
export function spokePoint(index: number, spokes: number, radius: number): Point {
  const turn = (2 * Math.PI * index) / spokes
  return { x: Math.sin(turn) * radius, y: -Math.cos(turn) * radius }
}
