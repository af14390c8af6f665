import { afterEach, expect, it, vi } from 'vitest'
import { logEvent, logFault, logTo } from '../../../electron/log/fault-log.ts'

const said = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => {
  said.mockClear()
  logTo(null)
  vi.useRealTimers()
})

it('RE3 AB16: without a log a fault is told on the error output by its places, never by its words or those of what caused it', () => {
  const cause = new Error('Sunita wrote\nthis line, and\n  at a meeting: 12:30')
  logFault(new Error('Could not keep “Sunita wrote this”', { cause }))
  const [[word, places]] = said.mock.calls as [[string, string]]
  expect(word).toBe('fault')
  expect(places.match(/fault-log\.test\.ts:\d+/g)).toHaveLength(2)
  expect(places).not.toMatch(/Sunita|meeting/)
  logEvent('started')
  expect(said).toHaveBeenCalledOnce()
})

it('RE3: what came from another thread as text is told in the same way, and anything else by its type', () => {
  const text = 'TypeError: Sunita wrote\n    at readSheets (file:///a/electron/engine/read-sheets.ts:7:3)'
  logFault(new Error('refused', { cause: text }))
  expect(said.mock.lastCall?.[1]).toMatch(/; caused by TypeError at \(read-sheets\.ts:7:3\)$/)
  logFault('Sunita wrote')
  expect(said.mock.lastCall).toEqual(['fault', 'string'])
})

it('AB17: the same fault within a minute is one line, and no more than a hundred come in a minute', () => {
  vi.useFakeTimers()
  const lines: string[] = []
  logTo(line => void lines.push(line({ at: new Date().toISOString(), version: '0.1.0', process: 'app' })))
  const fault = new Error('x')
  for (let times = 0; times < 1000; times++) logFault(fault)
  expect(lines).toHaveLength(1)
  vi.advanceTimersByTime(60_000)
  logFault(fault)
  expect(lines).toHaveLength(2)
  for (let code = 0; code < 1000; code++) logFault(Object.assign(new Error('x'), { code: `EX${code}` }))
  expect(lines.length).toBeLessThanOrEqual(102)
})
