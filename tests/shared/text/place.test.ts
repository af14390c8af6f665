import { describe, expect, it } from 'vitest'
import type { Place } from '../../../shared/model/place.ts'
import { awayWords, copyWords, savedWords } from '../../../shared/text/place.ts'

const TODAY = '2026-11-23'
const SAVED = new Date(2026, 10, 23, 14, 6).toISOString()
const COPIED = new Date(2026, 10, 23, 14, 5).toISOString()
const PLACE: Place = {
  kind: 'sync',
  name: 'OneDrive',
  file: 'Northmoor',
  state: 'same',
  copiedAt: COPIED,
  trouble: '',
  news: '',
  copies: [],
}
const words = (set: Partial<Place>) => savedWords(SAVED, { ...PLACE, ...set }, TODAY)

describe('SF21: where edits are', () => {
  it('SF21: on a disk of this computer, saved is saved', () => {
    expect(words({ kind: 'here' }).short).toBe('Saved 14:06')
    expect(savedWords(null, null, TODAY).short).toBe('Nothing changed yet')
  })

  it('SF21: in a shared place, what is there and what is not', () => {
    expect(words({})).toEqual({
      short: 'In OneDrive 14:05',
      full: 'Saved on this computer 14:06, copied to OneDrive 14:05',
    })
    expect(words({ state: 'waiting' }).full).toBe(
      'Saved on this computer 14:06. It is being copied to OneDrive',
    )
    expect(words({ state: 'away' }).full).toBe(
      'Saved on this computer 14:06. It goes to OneDrive when that is back',
    )
    expect(words({ state: 'stuck' }).full).toBe('Saved on this computer 14:06, not in OneDrive')
    for (const state of ['waiting', 'copying', 'away', 'stuck'] as const)
      expect(words({ state }).short).toMatch(/^Saved here/)
  })

  it('SF21: an absent place, and another copy', () => {
    expect(awayWords({ ...PLACE, name: 'N:', state: 'away' })).toBe(
      'You are working on the copy on this computer; it goes to N: when that is back.',
    )
    expect(awayWords(PLACE)).toBe('')
    const copy = {
      id: 'x',
      name: 'Northmoor-LAPTOP42',
      changedAt: new Date(2026, 10, 12, 9).toISOString(),
      by: 'Sam',
    }
    expect(copyWords(copy, TODAY)).toBe(
      'There is another copy of this workbook here, “Northmoor-LAPTOP42”, changed on 12 November by Sam.',
    )
    expect(copyWords({ ...copy, changedAt: COPIED, by: '' }, TODAY)).toContain('changed today.')
  })
})
