import { describe, expect, it } from 'vitest'
import { version } from '../../../package.json' with { type: 'json' }
import { APP_VERSION } from '../../../shared/text/app-version.ts'
import { boardFileName } from '../../../shared/text/file-names.ts'

describe('the name of the board workbook', () => {
  it('EB9: it says whose plan it is, and the day in a form that sorts', () => {
    expect(boardFileName({ systemName: 'Northmoor and Vale', isRehearsal: false }, '2026-11-24')).toBe(
      'Northmoor and Vale - mental health action plan - 2026-11-24.xlsx',
    )
  })

  it('EB9: a rehearsal says so first', () => {
    expect(boardFileName({ systemName: 'Northmoor', isRehearsal: true }, '2026-11-24')).toMatch(
      /^REHEARSAL - Northmoor - /,
    )
  })

  it('EB10: whatever the system is called, every machine takes the name and nothing after it is lost', () => {
    const tail = / - mental health action plan - 2026-11-24\.xlsx$/
    for (const name of ['..\\..\\x', 'a:b/c?*"<>|', 'CON', ' . ', '\u202Egpj.exe', 'ß🧠'.repeat(300), '']) {
      const file = boardFileName({ systemName: name, isRehearsal: false }, '2026-11-24')
      expect(file).toMatch(tail)
      expect(file).not.toMatch(/[<>:"/\\|?*\u202E]/)
      expect(Buffer.byteLength(file)).toBeLessThan(255)
    }
  })
})

it('the version in a file is that of package.json', () => expect(APP_VERSION).toBe(version))
