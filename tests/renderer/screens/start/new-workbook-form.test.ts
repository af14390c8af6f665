import { expect, it } from 'vitest'
import {
  detailsOf,
  usualFilling,
  withPlaces,
  wrongIn,
} from '../../../../renderer/screens/start/new-workbook-form.ts'
import { seasonOf } from '../../../../shared/rules/first-round.ts'

it('NW3: the usual round is this season, as at the end of this month', () => {
  const filled = usualFilling('2026-11-24')
  expect([filled.roundName, filled.asAt]).toEqual(['Autumn 2026', '2026-11-30'])
  expect(usualFilling('2028-02-03').asAt).toBe('2028-02-29')
  expect(['2026-12-01', '2027-01-31', '2027-03-01', '2027-06-30'].map(seasonOf)).toEqual([
    'Winter 2026',
    'Winter 2027',
    'Spring 2027',
    'Summer 2027',
  ])
})

it('NW2: places come one by one or as a list, and no name comes twice', () => {
  expect(withPlaces([], '  Alderbrook ')).toEqual(['Alderbrook'])
  expect(withPlaces(['Alderbrook'], 'Castle  Vale\nalderbrook\n\nWestmere, East Moor;')).toEqual([
    'Alderbrook',
    'Castle Vale',
    'Westmere',
    'East Moor',
  ])
})

it('NW4: what is missing is said at its field', () => {
  const filled = usualFilling('2026-11-24')
  expect(Object.keys(wrongIn(filled))).toEqual(['systemName'])
  const empty = { ...filled, systemName: '  ', systemKind: 'other' as const, roundName: ' ', asAt: null }
  expect(Object.keys(wrongIn(empty))).toEqual(['systemName', 'systemKindOther', 'roundName', 'asAt'])
  expect(wrongIn({ ...filled, systemName: 'Northmoor and Vale' })).toEqual({})
})

it('NW1: a name typed freely is used as typed, without its outer spaces', () => {
  const filled = {
    ...usualFilling('2026-11-24'),
    systemName: ' Northmoor and Vale ',
    systemKindOther: 'left over',
  }
  expect(detailsOf(filled)).toMatchObject({
    systemName: 'Northmoor and Vale',
    systemKind: 'stp',
    systemKindOther: '',
  })
})
