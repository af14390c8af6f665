import { describe, expect, it } from 'vitest'
import { shortened } from '../../../../renderer/screens/review/shortened.ts'
import { differences, type Piece } from '../../../../renderer/screens/review/word-diff.ts'

const plain = (pieces: readonly Piece[]) => pieces.map(piece => piece.text).join('')
const own = (pieces: readonly Piece[]) => pieces.filter(piece => piece.isOwn).map(piece => piece.text)

const BEFORE = 'Nine of 22 roles moved to contracts of two years or more. Housing will follow the council.'

describe('differences in long texts', () => {
  it('RS14: words put in and taken out are marked, and the pieces give the texts again', () => {
    const after = BEFORE.replace('Nine', 'Eleven').replace('will follow', 'has followed')
    const marks = differences(BEFORE, after)!
    expect(own(marks.before)).toEqual(['Nine', 'will follow'])
    expect(own(marks.after)).toEqual(['Eleven', 'has followed'])
    expect(plain(marks.before)).toBe(BEFORE)
    expect(plain(marks.after)).toBe(after)
  })

  it('RS14: short texts and texts with little in common are not marked', () => {
    expect(differences('14 October 2026', '18 December 2026')).toBeNull()
    expect(
      differences(BEFORE, 'Something else altogether that has no word of the other text in it'),
    ).toBeNull()
    expect(differences('', BEFORE)).toBeNull()
  })

  it('RS14: only added lines are marked, whatever spaces moved', () => {
    const marks = differences(BEFORE, `${BEFORE}\n\nThe budget came in March.`)!
    expect(own(marks.before)).toEqual([])
    expect(own(marks.after)).toEqual(['The budget came in March.'])
  })

  it('RS14: very long texts are compared in a blink', () => {
    const words = Array.from({ length: 6000 }, (_, index) => `word${index}`)
    const start = performance.now()
    const marks = differences(
      words.join(' '),
      [...words.slice(0, 3000), 'new', ...words.slice(3000)].join(' '),
    )!
    differences(words.join(' '), words.toReversed().join(' '))
    expect(own(marks.after)).toEqual(['new'])
    expect(performance.now() - start).toBeLessThan(300)
  })
})

describe('shortening', () => {
  it('RS14 RS15: every difference is kept, the same words between give way', () => {
    const same = 'the same words over and over again '.repeat(20)
    const pieces = [
      { text: 'First', isOwn: true },
      { text: ` ${same}`, isOwn: false },
      { text: 'Last', isOwn: true },
    ]
    const short = shortened(pieces)
    expect(own(short)).toEqual(['First', 'Last'])
    expect(plain(short)).toContain('…')
    expect(plain(short).length).toBeLessThan(120)
  })

  it('RS15: a plain text is cut at a word, and never within a character', () => {
    const short = plain(shortened([{ text: 'word '.repeat(100), isOwn: false }]))
    expect(short).toMatch(/^(word )+word …$/)
    expect(plain(shortened([{ text: `a${'😀'.repeat(300)}`, isOwn: false }]))).toMatch(/^a(😀)+ …$/u)
    expect(plain(shortened([{ text: 'Short', isOwn: false }]))).toBe('Short')
    expect(plain(shortened([{ text: 'a\nb\nc\nd\ne\nf', isOwn: false }]))).toBe('a\nb\nc\nd …')
  })
})
