import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeFileName } from '../../../shared/text/safe-name.ts'
import {
  restoredName,
  snapshotName,
  snapshotsFolderName,
  stampKey,
  stampOf,
  stemOfSnapshotsFolder,
} from '../../../shared/text/snapshot-names.ts'

const stamp = fc.record({
  day: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
  time: fc
    .nat({ max: 1439 })
    .map(
      minute => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    ),
  number: fc.integer({ min: 1, max: 99 }),
})

it('SN1: names are read by people, and sort', () => {
  const name = snapshotName('Northmoor', { day: '2026-11-23', time: '14:05', number: 1 })
  expect(name).toBe('Northmoor 2026-11-23 14.05.ninefold')
  expect(snapshotName('Northmoor', { day: '2026-11-23', time: '14:05', number: 2 })).toBe(
    'Northmoor 2026-11-23 14.05 (2).ninefold',
  )
  expect(snapshotsFolderName('Northmoor')).toBe('Northmoor (snapshots)')
  expect(stemOfSnapshotsFolder('Northmoor (snapshots)')).toBe('Northmoor')
  expect(restoredName('Northmoor', { day: '2026-11-23', time: '14:05' }, 1)).toBe(
    'Northmoor (as at 23 November 2026 14.05).ninefold',
  )
})

it('SN1: a name of ours is told by its stamp, is safe on every system and sorts by it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), stamp, stamp, (text, a, b) => {
      const stem = safeFileName(text).replace(/\.$/, '')
      const name = snapshotName(stem, a)
      expect(stampOf(name)).toEqual(a)
      expect(safeFileName(name)).toBe(name)
      if (stampKey(a) < stampKey(b))
        expect(stampKey(a) < stampKey(stampOf(snapshotName(stem, b))!)).toBe(true)
    }),
  )
})

it('SN2: other names have no stamp', () => {
  for (const name of [
    'Northmoor.ninefold',
    'Northmoor 2026-13-23 14.05.ninefold',
    'Northmoor 2026-02-30 14.05.ninefold',
    'Northmoor 2026-11-23 24.05.ninefold',
    'Northmoor 2026-11-23 14.05.txt',
    'Northmoor (as at 23 November 2026 14.05).ninefold',
    '2026-11-23 14.05.ninefold',
  ])
    expect(stampOf(name), name).toBeNull()
})
