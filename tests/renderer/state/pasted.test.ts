import { describe, expect, it } from 'vitest'
import { isAddress, pastedOf, titleOfNote } from '../../../renderer/state/pasted.ts'
import { LONGEST_TEXT } from '../../../shared/model/fields.ts'

describe('what a paste holds', () => {
  const file = new File(['x'], 'paper.pdf', { type: 'application/pdf' })
  const picture = new File(['x'], 'image.png', { type: 'image/png' })

  it('AS22: files attach, addresses become links, other text is offered as a note', () => {
    expect(pastedOf([file], '')).toEqual({ kind: 'files', files: [file] })
    expect(pastedOf([picture], '')).toEqual({ kind: 'files', files: [picture] })
    expect(pastedOf([], ' https://example.org/a \nhttp://example.org/b\n')).toEqual({
      kind: 'links',
      urls: ['https://example.org/a', 'http://example.org/b'],
    })
    expect(pastedOf([], 'See https://example.org')).toEqual({ kind: 'note', text: 'See https://example.org' })
    expect(pastedOf([], 'https://example.org\nSee above').kind).toBe('note')
    expect(pastedOf([], ' \n ')).toEqual({ kind: 'nothing' })
  })

  it('AS23: cells copied from a spreadsheet are text, though a picture of them comes along', () => {
    expect(pastedOf([picture], 'Alderbrook\t12')).toEqual({ kind: 'note', text: 'Alderbrook\t12' })
  })

  it('AS24: text too long for a note is said to be, never cut', () => {
    expect(pastedOf([], 'x'.repeat(LONGEST_TEXT + 1))).toEqual({ kind: 'too-long', length: LONGEST_TEXT + 1 })
  })

  it('AS25: only http and https addresses become links', () => {
    const addresses = [
      'https://a.b',
      'HTTP://a.b/c?d',
      'javascript:alert(1)',
      'file:///etc',
      'https://',
      'www.a.b',
    ]
    expect(addresses.map(isAddress)).toEqual([true, true, false, false, false, false])
  })

  it('AS26: a note is named after its first line, cut at a word', () => {
    expect(titleOfNote('\n What the council said \nmore')).toBe('What the council said')
    expect(titleOfNote('word '.repeat(40))).toBe(`${'word '.repeat(15)}word…`)
    expect([...titleOfNote('😀'.repeat(200))].length).toBe(81)
  })
})
