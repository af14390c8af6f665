import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionOf, safeFileName, shownName } from '../../../shared/text/safe-name.ts'

const RLO = '\u202e'
const endings = ['.pdf', '.exe', '.docx ', '.docx.', '.pdf\0.exe', `${RLO}fdp.exe`, '.', ' . .', '.hta:ads']
const stems = [
  '../x',
  '..\\..\\x',
  '/etc/passwd',
  'C:\\x',
  'C:x',
  '\\\\server\\share\\x',
  '//server/x',
  'a:b',
  'CON',
  'con',
  'Nul',
  'aux',
  'PRN',
  'COM1',
  'lpt9',
  'COM¹',
  'CONIN$',
  'CLOCK$',
  'con ',
  'nul.',
  '.',
  '..',
  '...',
  '',
  ' ',
  '.bashrc',
  '-rf',
  '~',
  '%2e%2e%2fx',
  'a\nb',
  'a\rb',
  'a\tb',
  'a\x7fb',
  'a\u0085b',
  'a\u2028b',
  'a\u200bb',
  'a\ufeffb',
  '\ud800',
  'x\udfff',
  `${'a'.repeat(300)}`,
  `${'é'.repeat(300)}`,
  `${'😀'.repeat(100)}`,
  'e\u0301'.repeat(200),
  `photo${' '.repeat(200)}`,
  '<b>',
  'a|b',
  'a?b',
  'a*b',
  'a"b',
  'a／b',
  'a＼b',
  'a∕b',
  'a⁄b',
  'desktop',
  'Thumbs',
  'autorun',
  '\u2066x\u2069',
  'x\u{e0041}',
  '$(rm)',
  '`id`',
  '&calc',
  'مرحبا',
  '日本語',
  'icon\r',
  '￼',
]
const hostile = stems.flatMap(stem => endings.map(ending => stem + ending))

describe('EV4: a name made for a file', () => {
  it('EV4: every hostile name becomes one that three systems take and that stays in its folder', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(200)
    for (const name of [...hostile, ...stems]) expectSafe(name)
  })

  it('EV4: any text at all becomes such a name, and the same again the second time', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .array(fc.constantFrom(...hostile, '.', '/', '\\', ' ', RLO, ':'), { maxLength: 6 })
        .map(parts => parts.join('')),
    )
    fc.assert(fc.property(text, expectSafe), { numRuns: 2000 })
  })

  it('EV4: the real extension stays, at the end, also of a name that is too long', () => {
    expect(safeFileName(`${'a'.repeat(400)}.xlsx`)).toMatch(/^a+\.xlsx$/)
    expect(safeFileName('invoice.pdf                                        .exe')).toBe('invoice.pdf.exe')
    expect(safeFileName(`annual-report-${RLO}fdp.exe`)).toBe('annual-report-fdp.exe')
    expect(extensionOf(`annual-report-${RLO}fdp.exe`)).toBe('.exe')
    expect(extensionOf('notes.TXT. . ')).toBe('.txt')
    expect(extensionOf('.bashrc')).toBe('')
  })

  it('EV4: ordinary names are left as they are', () => {
    for (const name of [
      'Board paper (final) v2.docx',
      'Crisis café – résumé.pdf',
      '会議.xlsx',
      '🩺 rota.csv',
    ])
      expect(safeFileName(name)).toBe(name)
  })

  it('EV4: the file system keeps every such name as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'names-'))
    const names = new Set(hostile.map(safeFileName))
    for (const name of names) await writeFile(join(folder, name), '')
    expect(new Set(await readdir(folder))).toEqual(names)
    await rm(folder, { recursive: true })
  })

  it('EV4: a name in a sentence turns no text around and hides nothing', () => {
    expect(shownName(`a${RLO}b\u200b\n  c`)).toBe('ab c')
  })
})

function expectSafe(name: string): void {
  const safe = safeFileName(name)
  const facts = {
    name,
    safe,
    isEmpty: safe === '',
    hasForbidden: /[\p{Cc}/\\:*?"<>|\u202a-\u202e\u2066-\u2069\u200e\u200f\p{Cs}]/u.test(safe),
    isDots: /^\./.test(safe) || /[. ]$/.test(safe),
    isDevice: /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *(\.|$)/i.test(safe),
    isTooLong: Buffer.byteLength(safe) > 160,
    posix: posix.dirname(posix.join('/fresh', safe)),
    windows: win32.dirname(win32.join('C:\\fresh', safe)),
    again: safeFileName(safe),
  }
  expect(facts).toEqual({
    name,
    safe,
    isEmpty: false,
    hasForbidden: false,
    isDots: false,
    isDevice: false,
    isTooLong: false,
    posix: '/fresh',
    windows: 'C:\\fresh',
    again: safe,
  })
}
