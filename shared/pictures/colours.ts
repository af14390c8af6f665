import type { Level } from '../model/fields.ts'

/** Colours of the pictures, written out because a picture leaves the page. The same values as `styles/tokens.css`. */
export const ink = '#212b32'
export const quiet = '#4c6272'
export const line = '#d8dde0'
export const edge = '#aeb7bd'
export const desk = '#f0f4f5'
export const paper = '#ffffff'
export const structure = '#003087'
export const late = '#bb2015'
/** The ground of the word REHEARSAL. */
export const stamp = '#ffb81c'

/** The ramp of levels: one step of lightness each, so it survives greyscale; the number always stands on it. */
const ramp = [
  { fill: '#f6f3eb', edge: '#8a8468', text: ink },
  { fill: '#aad4d1', edge: '#5c9d9b', text: ink },
  { fill: '#5ea9ad', edge: '#37848a', text: ink },
  { fill: '#28747f', edge: '#28747f', text: paper },
  { fill: '#10404e', edge: '#10404e', text: paper },
] as const

/** Fill, edge and text colour of a level. */
export function levelColours(level: Level): (typeof ramp)[number] {
  return ramp[level]
}
