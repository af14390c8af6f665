import { describe, expect, it } from 'vitest'
import { findIdentifiers } from '../../../../electron/engine/identifiers/find-all.ts'
import { findPhones } from '../../../../electron/engine/identifiers/phones.ts'
import { findPostcodes } from '../../../../electron/engine/identifiers/postcodes.ts'

const TODAY = '2026-11-23'
const textsOf = (finds: readonly { readonly text: string }[]) => finds.map(({ text }) => text)

describe('postcodes', () => {
  it.each([
    ['12 High Street, LA1 4YZ.', 'LA1 4YZ'],
    ['la1 4yz', 'la1 4yz'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['M11AE', 'M11AE'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['DN55 1PT', 'DN55 1PT'],
    ['GIR BT1 5GS', 'BT1 5GS'],
  ])('ID4: %s holds one', (text, postcode) => {
    expect(textsOf(findPostcodes(text))).toEqual([postcode])
  })

  it.each([
    'LA1',
    'EC1A',
    'ward RW1 2AB',
    'RXX01',
    'la14yz',
    'level L3 2nd time',
    'N1 4th',
    'room QA1 2BC',
    'LA1 4CI',
    'XLA1 4YZ',
    'LA1 4YZ9',
    '7KQ2-MX4D',
    'A-07 and E-12',
    'B12 34',
    'Q1 2027',
    'T-N1 2AB',
  ])('ID4: %s holds none', text => {
    expect(findPostcodes(text)).toEqual([])
  })
})

describe('telephone numbers', () => {
  it.each([
    ['01632 960123', '01632 960123'],
    ['call 07700 900123 now', '07700 900123'],
    ['07700900123', '07700900123'],
    ['07700 900 123.', '07700 900 123'],
    ['0770-0900-123', '0770-0900-123'],
    ['(0161) 496 0018', '(0161) 496 0018'],
    ['(01632 960123)', '01632 960123'],
    ['020 7946 0018', '020 7946 0018'],
    ['+44 7700 900123', '+44 7700 900123'],
    ['+44 (0)20 7946 0018', '+44 (0)20 7946 0018'],
    ['0044 1632 960123', '0044 1632 960123'],
    ['+1 212 555 0123', '+1 212 555 0123'],
    ['tel: 7700 900123', '7700 900123'],
  ])('ID6: %s holds one', (text, phone) => {
    expect(textsOf(findPhones(text))).toEqual([phone])
  })

  it('ID6: two in a row are two', () => {
    expect(textsOf(findPhones('020 7946 0018 020 7946 0019'))).toHaveLength(2)
  })

  it.each([
    '999',
    '116 123',
    '0800 1111',
    '0300 123 3393',
    '0345 123 4567',
    '7700 900123',
    '9990000018',
    '2024-01-02 10:30:00',
    '01 02 2024 123',
    '01.02.2024 10.30',
    '£01632 960123',
    '0.1632960123',
    'Ref 01234/567890',
    'A01632960123',
    '016329601234567890',
    '12 March 2024',
  ])('ID6: %s holds none', text => {
    expect(findPhones(text)).toEqual([])
  })
})

it('ID7: of two finds that overlap one is listed', () => {
  expect(findIdentifiers('DOB 12.03.1961 999 000 0018, 07700 900123', TODAY).map(({ kind }) => kind)).toEqual(
    ['date-of-birth', 'nhs-number', 'phone'],
  )
  expect(findIdentifiers('dr.jones@example.org', TODAY)).toMatchObject([{ kind: 'email' }])
})

/** Texts made to send a pattern back and forth. */
const hostile: Readonly<Record<string, string>> = {
  digits: '1'.repeat(2e5),
  'digits apart': '1 '.repeat(1e5),
  numbers: '999 000 0018 '.repeat(1.6e4),
  'after nhs': 'nhs 1 2 3 4 5 6 7 8 9 '.repeat(1e4),
  signs: '@'.repeat(2e5),
  'half addresses': 'a@'.repeat(1e5),
  'long address': `${'a'.repeat(1e5)}@${'a.'.repeat(4e4)}`,
  titles: 'Mr '.repeat(6e4),
  'small titles': 'mr '.repeat(6e4),
  names: 'Mr Aa '.repeat(4e4),
  hyphens: `Mr ${'A-'.repeat(1e5)}`,
  particles: 'Mr van der '.repeat(2e4),
  dates: '1/1/'.repeat(5e4),
  'half dates': '1 jan '.repeat(3e4),
  births: 'd.o.b. 1/2/61 '.repeat(1.4e4),
  brackets: '0('.repeat(1e5),
  plus: '+4'.repeat(1e5),
  phones: '01632 960123 '.repeat(1.4e4),
  noughts: '01 '.repeat(6e4),
  abroad: '+49 30 123456 '.repeat(1.4e4),
  codes: 'A1 '.repeat(6e4),
  blank: ' '.repeat(2e5),
  words: 'The board agreed that parity of esteem in Northmoor needs 3 more staff by 2027. '.repeat(2_400),
}

it('ID7: a text takes time in step with its length, whatever it holds', () => {
  const timeOf = (text: string) => {
    const start = performance.now()
    findIdentifiers(text, TODAY)
    return performance.now() - start
  }
  timeOf(hostile.words!)
  for (const [name, text] of Object.entries(hostile)) {
    // Ten times the text may take ten times as long, and on a busy machine some more; not a hundred times.
    const [tenth, whole] = [timeOf(text.slice(0, text.length / 10)), timeOf(text)]
    expect(whole, `${name}: ${Math.round(tenth)} ms for a tenth`).toBeLessThan(Math.max(800, tenth * 40))
  }
})
