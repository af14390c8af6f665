import { expect, it } from 'vitest'
import { placeIn } from '../../../../renderer/screens/guide/place.ts'
import { searchGuide } from '../../../../renderer/screens/guide/search.ts'
import { theGuide } from '../../../guide/guide.ts'

const guide = theGuide()
const titles = (typed: string) => searchGuide(guide, typed).map(({ title }) => title)

it('GD11: every word typed begins a word of the section; headings come first', () => {
  expect(titles('snap back')[0]).toBe('Go back to a snapshot')
  expect(titles('disk full')[0]).toBe('The disk is full')
  expect(titles('napshot')).toEqual([])
  expect(titles('password recover')).toContain('With a password')
  expect(titles('  ')).toEqual([])
})

it('GD11: an excerpt shows the word that was asked for', () => {
  const [found] = searchGuide(guide, 'stick')
  expect(found!.excerpt.toLowerCase()).toContain('stick')
  expect(found!.excerpt.length).toBeLessThan(170)
})

it('GD10: F1 leads to what is said of the screen, an address to its section, anything else to the list', () => {
  expect(placeIn(guide, 'for.room')).toEqual({ chapter: 'workshop', section: null })
  expect(placeIn(guide, 'for.restore')).toEqual({ chapter: 'trouble', section: 'go-back-to-a-snapshot' })
  expect(placeIn(guide, 'for.settings')).toBeNull()
  expect(placeIn(guide, 'trouble.a-damaged-file')).toEqual({ chapter: 'trouble', section: 'a-damaged-file' })
  expect(placeIn(guide, 'no-such')).toBeNull()
  expect(placeIn(guide, null)).toBeNull()
})
