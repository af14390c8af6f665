import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LARGEST_FIGURE } from '../../../shared/model/measure.ts'
import { figureWords, numberWords, typedNumber } from '../../../shared/text/typed-number.ts'

const read = (text: string, unit = '%') => {
  const typed = typedNumber(text, unit)
  return 'value' in typed ? typed.value : null
}
const why = (text: string, unit = '%') => {
  const typed = typedNumber(text, unit)
  return 'problem' in typed ? typed.problem : ''
}

describe('a number as it is typed', () => {
  it('ME10: is read the ways people write it', () => {
    expect(read('1,234.5')).toBe(1234.5)
    expect(read(' 1 234 567 ')).toBe(1234567)
    expect(read('1\u00a0234')).toBe(1234)
    expect(read('45%')).toBe(45)
    expect(read('45 %')).toBe(45)
    expect(read('45%', '')).toBe(45)
    expect(read('-0.3%', 'percentage points')).toBe(-0.3)
    expect(read('3 percentage points', 'percentage points')).toBe(3)
    expect(read('12 Weeks', 'weeks')).toBe(12)
    expect(read('\u22123')).toBe(-3)
    expect(read('- 3')).toBe(-3)
    expect(read('+3')).toBe(3)
    expect(read('£1,234.50', '£')).toBe(1234.5)
    expect(read('-£3 million', '£ million')).toBe(-3)
    expect(read('3', '£ million')).toBe(3)
    expect(figureWords(-1234, '£ million')).toBe('-£1,234 million')
    expect(read('.5')).toBe(0.5)
    expect(Object.is(read('-0'), 0)).toBe(true)
    expect(read('\uff11\uff12')).toBe(12)
    expect(read('45', '5')).toBe(45)
  })

  it('ME11: what could mean two things or nothing is refused with a sentence', () => {
    for (const text of [
      '12 k',
      '1,5',
      '1.234,5',
      '12,34,567',
      '1e6',
      '1 2',
      '',
      '-',
      '.',
      'about 5',
      '5-7',
      '1,234 567',
    ])
      expect([text, why(text)]).toEqual([
        text,
        expect.stringMatching(/^This number cannot be read\. Type it/),
      ])
    expect(why('45%', 'weeks')).toBe('This measure counts in weeks, not in %. Type the number alone.')
    expect(why('£45', '€')).toBe('This measure does not count in £. Type the number alone.')
    expect(read('12 k', 'k')).toBe(12)
  })

  it('ME12: more than 15 digits are refused rather than rounded', () => {
    expect(read('999,999,999,999,999')).toBe(LARGEST_FIGURE)
    expect(why('1234567890123456')).toMatch(/more than 15 digits/)
    expect(read('0.000000000000001')).toBe(1e-15)
    expect(why('0.0000000000000001')).toMatch(/more than 15 digits/)
    expect(why('0.1234567890123456')).toMatch(/more than 15 digits/)
  })

  it('ME10: what is shown can be typed again', () => {
    const number = fc.tuple(
      fc.integer({ min: -LARGEST_FIGURE, max: LARGEST_FIGURE }),
      fc.integer({ min: 0, max: 6 }),
    )
    fc.assert(
      fc.property(
        number,
        fc.constantFrom('', '%', 'weeks', 'per 1,000 people', '£', '€ million'),
        ([whole, places], unit) => {
          const value = Number((whole / 10 ** places).toPrecision(15))
          const plain = value === 0 ? 0 : value
          expect(read(numberWords(plain), unit)).toBe(plain)
          expect(read(figureWords(plain, unit), unit)).toBe(plain)
        },
      ),
    )
  })
})
