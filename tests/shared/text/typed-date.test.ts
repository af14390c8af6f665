import { expect, it } from 'vitest'
import { typedDate } from '../../../shared/text/typed-date.ts'

const today = '2026-11-24'

it.each([
  '30/11/2026',
  '30/11/26',
  '30.11.2026',
  '30-11-26',
  ' 30 11 2026 ',
  '30 Nov 2026',
  '30-Nov-26',
  '30th of November 2026',
  'Monday 30 November, 2026',
  'Nov 30, 2026',
  '2026-11-30',
  '2026/11/30',
  '2026-11-30T00:00:00.000Z',
  '30 nov',
  '30/11',
])('TD1: %s is 30 November 2026', text => {
  expect(typedDate(text, today)).toBe('2026-11-30')
})

it('TD2: the day comes before the month', () => {
  expect(typedDate('1/2/19', today)).toBe('2019-02-01')
})

it('TD3: without a year it is the one nearest to today, before or after', () => {
  expect(typedDate('1 Feb', today)).toBe('2027-02-01')
  expect(typedDate('2 October', today)).toBe('2026-10-02')
  expect(typedDate('29 Feb', '2027-03-01')).toBe('2028-02-29')
})

it('TD4: words near today are understood', () => {
  expect(typedDate('today', today)).toBe(today)
  expect(typedDate('Tomorrow', today)).toBe('2026-11-25')
  expect(typedDate('yesterday', '2026-03-01')).toBe('2026-02-28')
})

it.each([
  '11/30/2026',
  '31/2/2026',
  '29 Feb 2027',
  'soon',
  '',
  '2026',
  'Q3',
  '1/2/3/4',
  '1/2/1776',
  '0/1/26',
  'Nov 2026',
])('TD5: %s is not a date and is not guessed at', text => {
  expect(typedDate(text, today)).toBeNull()
})
