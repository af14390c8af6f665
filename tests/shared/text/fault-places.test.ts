import { describe, expect, it } from 'vitest'
import { FaultWords } from '../../../shared/contract/about.ts'
import { areFaultWords, faultWords } from '../../../shared/text/fault-places.ts'
import { eventLine, faultLine, isLogLine } from '../../../shared/text/log-line.ts'

const OURS = '/opt/Kanari/resources/app.asar/dist/electron/engine.mjs'

/** Errors that carry something of the user's wherever an error can. */
const errors: readonly (readonly [string, () => unknown])[] = [
  ['its message', () => new Error('Kanari wrote this')],
  [
    'a message of lines that look like places',
    () => new Error(`x\n    at Kanari (${OURS}:1:1)\n    at Kanari (${OURS}:2:2)`),
  ],
  ['a message changed after its stack was taken', () => changed(`x\n    at Kanari (${OURS}:1:1)`)],
  ['its kind', () => Object.assign(new Error('x'), { name: 'KanariError' })],
  ['its code', () => Object.assign(new Error('x'), { code: 'Kanari' })],
  ['its path', () => Object.assign(new Error('x'), { code: 'ENOENT', path: '/home/Kanari/Kanari.ninefold' })],
  ['what caused it', () => new Error('x', { cause: new Error('Kanari', { cause: 'Kanari' }) })],
  ['a place outside our code', () => stacked(`at read (/home/Kanari/kanari.js:1:2)`)],
  [
    'the folder we lie in',
    () => stacked('at read (C:\\Users\\Kanari\\app.asar\\dist\\electron\\main.cjs:1:2)'),
  ],
  ['the name of a method', () => stacked(`at Object.keep [as Kanari] (${OURS}:1:2)`)],
  ['a name with spaces', () => stacked(`at Kanari wrote this (${OURS}:1:2)`)],
  ['a text that is no error', () => 'Kanari'],
  ['a text that ends like a place', () => `Kanari\n    at Kanari (${OURS}:1:1)`],
  ['an object', () => ({ Kanari: 'Kanari', message: 'Kanari', stack: 'Kanari' })],
  ['an object whose parts throw', () => thrower()],
  ['an aggregate', () => new AggregateError([new Error('Kanari')], 'Kanari')],
  [
    'the address of an evaluated script',
    () => stacked('at eval (eval at Kanari (Kanari:1:1), <anonymous>:1:1)'),
  ],
  ['a page of Firefox', () => stacked('Kanari@http://127.0.0.1:3000/Kanari.js:1:2')],
  ['nothing', () => undefined],
]

describe('AB12: what is told of an error', () => {
  it.each(errors)('AB12: holds nothing from %s', (_where, make) => {
    const words = faultWords(make())
    expect(words).not.toMatch(/kanari/i)
    expect(areFaultWords(words), words).toBe(true)
    expect(
      isLogLine(faultLine({ at: new Date().toISOString(), version: '0.1.0', process: 'app' }, words)),
    ).toBe(true)
  })

  it('AB11: is its kind, its code and its places, newest first, five at most', () => {
    const stack = Array.from({ length: 9 }, (_, at) => `    at step${at} (file://${OURS}:${at + 1}:7)`).join(
      '\n',
    )
    const error = Object.assign(new TypeError('x'), { code: 'SQLITE_FULL', stack: `TypeError: x\n${stack}` })
    expect(faultWords(error)).toBe(
      'TypeError SQLITE_FULL at step0 (engine.mjs:1:7) < step1 (engine.mjs:2:7) < step2 (engine.mjs:3:7) < step3 (engine.mjs:4:7) < step4 (engine.mjs:5:7)',
    )
    expect(faultWords(stacked('at draw (app://ninefold/assets/help-screen-Bx_1-2.js:1:22)'))).toBe(
      'Error at draw (help-screen-Bx_1-2.js:1:22)',
    )
    expect(faultWords(stacked('at async Promise.all (index 0)', 'at node:internal/fs:12:3'))).toMatch(
      /^Error/,
    )
  })

  it('AB13: words that were made up elsewhere are known', () => {
    for (const words of [
      'Kanari',
      'Error Kanari',
      'Error at Kanari',
      'Error at (kanari wrote.js:1:2)',
      'Error\nKanari',
      '',
    ])
      expect([areFaultWords(words), FaultWords.safeParse(words).success], words).toEqual([false, false])
  })

  it('AB11: a line that this log does not write is known', () => {
    const head = { at: '2026-11-23T14:00:00.000Z', version: '0.1.0', process: 'engine' } as const
    expect(isLogLine(eventLine(head, 'engine ended', [134]))).toBe(true)
    expect(isLogLine(eventLine(head, 'helper process gone', ['GPU', 'crashed', 5]))).toBe(true)
    for (const line of [
      '',
      'Kanari',
      `${eventLine(head, 'started')} Kanari`,
      faultLine(head, 'Error: Kanari'),
    ])
      expect(isLogLine(line), line).toBe(false)
  })
})

function stacked(...lines: readonly string[]): Error {
  const error = new Error('x')
  error.stack = `Error: x\n${lines.map(line => `    ${line}`).join('\n')}`
  return error
}

function changed(message: string): Error {
  const error = new Error(message)
  void error.stack
  error.message = 'something else'
  error.stack = `Error: ${message}`
  return error
}

function thrower(): unknown {
  const fail = () => {
    throw new Error('Kanari')
  }
  return Object.defineProperties(new Error('Kanari'), {
    stack: { get: fail },
    name: { get: fail },
    code: { get: fail },
    message: { get: fail },
  })
}
