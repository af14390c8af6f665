import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clipped, widthOf, wrapped } from '../../../shared/pictures/letters.ts'
import { anyName } from './inputs.ts'

it('PI19: text that fits stays whole; text that does not is cut with an ellipsis and then fits', () => {
  expect(clipped('Alderbrook', 200, 14)).toBe('Alderbrook')
  expect(clipped('Bristol, North Somerset and South Gloucestershire', 90, 13)).toMatch(/^Bristol.*…$/)
  fc.assert(
    fc.property(anyName, fc.integer({ min: 30, max: 300 }), (name, room) => {
      expect(widthOf(clipped(name, room, 13), 13)).toBeLessThanOrEqual(room)
    }),
  )
})

it('PI19: lines break at spaces, are of much the same length, and no wider than their room', () => {
  expect(wrapped('4 From the start', 90, 14)).toEqual(['4 From', 'the start'])
  fc.assert(
    fc.property(anyName, fc.integer({ min: 40, max: 300 }), (name, room) => {
      const lines = wrapped(name, room, 14, 3)
      expect(lines.length).toBeLessThanOrEqual(3)
      for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(room)
    }),
  )
})

it('PI19: the width of text is never guessed too small for the fonts that are given', () => {
  // Measured in Liberation Sans, 14 px: the advance widths of its own tables.
  expect(widthOf('Outcomes that matter to people', 14)).toBeGreaterThan(194.6)
  expect(widthOf('Relationships and networks', 14, true)).toBeGreaterThan(178)
})
