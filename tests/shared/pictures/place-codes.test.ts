import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeCodes } from '../../../shared/pictures/place-codes.ts'
import { anyName } from './inputs.ts'

it('PI12: the initial, and a second letter only where initials are shared', () => {
  expect(placeCodes(['Alderbrook', 'Castle Vale', 'Westmere'])).toEqual(['A', 'C', 'W'])
  expect(placeCodes(['Northgate', 'North Heath', 'Westmere'])).toEqual(['Ng', 'Nh', 'W'])
})

it('PI12: names that cannot be told apart get letters in order', () => {
  expect(placeCodes(['Moor', 'Moor', '🏥'])).toEqual(['A', 'B', 'C'])
})

it('PI12: whatever the names, all codes differ and none is empty', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 45 }), names => {
      const codes = placeCodes(names)
      expect(new Set(codes).size).toBe(names.length)
      for (const code of codes) expect([...code].length).toBeGreaterThan(0)
      for (const code of codes) expect([...code].length).toBeLessThanOrEqual(2)
    }),
  )
})
