import { expect, it } from 'vitest'
import { pageRoom } from '../../../../renderer/screens/export/page-room.ts'

it('WO1: the more is asked, the fewer worries stand on the first page, but always one', () => {
  expect(pageRoom([], 20).first).toBe(9)
  expect(pageRoom(['Agree', 'Note', 'Ask'], 20).first).toBe(6)
  expect(pageRoom(['x'.repeat(1000), 'y'.repeat(1000)], 20).first).toBe(1)
})

it('WO2: every worry is on a page or counted as left', () => {
  for (const worries of [0, 1, 6, 9, 10, 13, 14, 200]) {
    const room = pageRoom(['Agree'], worries)
    expect(room.first + room.second + room.left).toBe(worries)
  }
})

it('WO3: what is due next gives way to worries, but never goes', () => {
  expect(pageRoom([], 3).next).toBe(8)
  expect(pageRoom([], 12).next).toBe(5)
  expect(pageRoom([], 100).next).toBe(3)
})
