import { expect, it } from 'vitest'
import { mayBeCopy } from '../../../shared/rules/conflict-copies.ts'

it.each([
  ['OneDrive', 'Northmoor-LAPTOP42'],
  ['OneDrive', 'Northmoor-DESKTOP-7Q2KX-2'],
  ['OneDrive', 'Northmoor-Sam’s MacBook'.replace('’s ', '-')],
  ['Dropbox', "Northmoor (Sam's conflicted copy 2026-11-23)"],
  ['Dropbox', 'Northmoor (Selective Sync Conflict)'],
  ['Dropbox', 'Northmoor (SAM-PC’s conflicted copy 2026-11-23 (1))'.replace(' (1)', '')],
  ['Nextcloud', 'Northmoor (conflicted copy 2026-11-23 140512)'],
  ['ownCloud', 'Northmoor_conflict-20261123-140512'],
  ['Syncthing', 'Northmoor.sync-conflict-20261123-140512-ABCDEFG'],
  ['iCloud', 'Northmoor 2'],
  ['Google Drive, SharePoint', 'Northmoor (1)'],
  ['Google Drive', 'Northmoor(2)'],
  ['Windows', 'Northmoor - Copy'],
  ['Windows', 'Northmoor - Copy (2)'],
  ['macOS', 'Northmoor copy 3'],
  ['Ninefold', 'Northmoor (yours, 23 November 2026 14.05)'],
  ['a disk that takes capitals for small letters', 'NORTHMOOR (1)'],
])('SF16: %s: %s, whichever of the two is open', (_program, name) => {
  expect(mayBeCopy('Northmoor', name)).toBe(true)
  expect(mayBeCopy(name, 'Northmoor')).toBe(true)
})

it('SF16: two copies of a third are copies of each other', () => {
  expect(mayBeCopy('Northmoor (yours, 23 November 2026 14.05)', 'Northmoor-LAPTOP42')).toBe(true)
})

it.each(['Northmoor', 'Southmoor', 'Northmoor and Vale', 'Northmoorland', 'Plan (1)', '(1)'])(
  'SF16: not by its name: %s',
  name => {
    expect(mayBeCopy('Northmoor', name)).toBe(false)
  },
)
