import { expect, it } from 'vitest'
import { sentenceOf } from '../../../renderer/state/hooks.ts'

it('RE3: a sentence made for people is shown, a fault of ours is not', () => {
  expect(sentenceOf(new Error('There is nothing to undo.'))).toBe('There is nothing to undo.')
  for (const fault of [new TypeError('x is undefined'), new Error('Internal server error'), 'text', null])
    expect(sentenceOf(fault)).toMatch(/^Something went wrong and nothing was changed/)
})
