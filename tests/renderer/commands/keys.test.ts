import { expect, it } from 'vitest'
import { isShortcut } from '../../../renderer/commands/keys.ts'

const press = (key: string, ...held: string[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})

it('CM5: a shortcut is met by exactly its keys', () => {
  expect(isShortcut(press('z', 'ctrl'), 'Ctrl+Z')).toBe(true)
  expect(isShortcut(press('Z', 'ctrl', 'shift'), 'Ctrl+Z')).toBe(false)
  expect(isShortcut(press('Z', 'ctrl', 'shift'), 'Ctrl+Shift+Z')).toBe(true)
  expect(isShortcut(press('z'), 'Ctrl+Z')).toBe(false)
  expect(isShortcut(press('PageDown', 'alt'), 'Alt+PageDown')).toBe(true)
  expect(isShortcut(press('PageDown'), 'Alt+PageDown')).toBe(false)
})

it('CM5: a sign is met with Shift and without, a figure only without', () => {
  expect(isShortcut(press('?', 'shift'), '?')).toBe(true)
  expect(isShortcut(press('?'), '?')).toBe(true)
  expect(isShortcut(press('2'), '2')).toBe(true)
  expect(isShortcut(press('2', 'shift'), '2')).toBe(false)
  expect(isShortcut(press('2', 'ctrl'), '2')).toBe(false)
})
