import { expect, it } from 'vitest'
import { ratingChangeWords } from '../../../shared/text/rating-change.ts'
import { PARITY, rating } from '../../helpers/rows.ts'

it('RN16: a level that moved is said with its reason, and so is one that came or went', () => {
  const two = rating(PARITY, { level: 2 })
  const three = (more = {}) => rating(PARITY, { level: 3, ...more })
  expect(ratingChangeWords(two, rating(PARITY, { level: 2, reason: 'Other words' }))).toBeNull()
  expect(ratingChangeWords(undefined, rating(PARITY, { state: 'not-discussed', level: null }))).toBeNull()
  expect(ratingChangeWords(two, three())).toBe('Up from 2 to 3. No reason was given.')
  expect(
    ratingChangeWords(
      three(),
      rating(PARITY, { level: 2, changeReason: 'misjudged', changeNote: 'One ward.' }),
    ),
  ).toBe('Down from 3 to 2. We misjudged. One ward.')
  expect(ratingChangeWords(undefined, two)).toBe('Was not discussed, now level 2.')
  expect(ratingChangeWords(undefined, rating(PARITY, { state: 'not-applicable', level: null }))).toBe(
    'Was not discussed, now not applicable.',
  )
  expect(ratingChangeWords(two, rating(PARITY, { state: 'not-applicable', level: null }))).toBe(
    'Was level 2, now not applicable.',
  )
})
