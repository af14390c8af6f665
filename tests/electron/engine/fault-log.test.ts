import { afterEach, expect, it, vi } from 'vitest'
import { logFault } from '../../../electron/engine/fault-log.ts'

const said = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => said.mockClear())

it('RE3: a fault is told by its places, never by its words or those of what caused it', () => {
  const cause = new Error('Sunita wrote\nthis line, and\n  at a meeting: 12:30')
  logFault(new Error('Could not keep “Sunita wrote this”', { cause }))
  const [[word, places]] = said.mock.calls as [[string, string]]
  expect(word).toBe('fault')
  expect(places.match(/fault-log\.test\.ts:\d+/g)).toHaveLength(2)
  expect(places).not.toMatch(/Sunita|meeting/)
})

it('RE3: what came from another thread as text is told in the same way, and anything else by its type', () => {
  logFault(
    new Error('refused', { cause: 'TypeError: Sunita wrote\n    at readSheets (file:///read.ts:7:3)' }),
  )
  expect(said.mock.lastCall?.[1]).toContain('at readSheets (file:///read.ts:7:3)')
  expect(said.mock.lastCall?.[1]).not.toContain('Sunita')
  logFault('Sunita wrote')
  expect(said.mock.lastCall).toEqual(['fault', 'string'])
})
