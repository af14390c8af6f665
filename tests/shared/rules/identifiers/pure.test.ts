import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBirthDates } from '../../../../shared/rules/identifiers/birth-dates.ts'
import { findEmails } from '../../../../shared/rules/identifiers/emails.ts'
import { findNhsNumbers, hasNhsCheckDigit } from '../../../../shared/rules/identifiers/nhs-numbers.ts'
import { findTitledNames } from '../../../../shared/rules/identifiers/titled-names.ts'

const TODAY = '2026-11-23'
const textsOf = (finds: readonly { readonly text: string }[]) => finds.map(({ text }) => text)
const birthDates = (text: string) => textsOf(findBirthDates(text, findTitledNames(text), TODAY))

/** Nine digits and the check digit they ask for; `null` where there is none. */
function withCheckDigit(nine: readonly number[]): string | null {
  const check = (11 - (nine.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11)) % 11
  return check === 10 ? null : nine.join('') + check
}

/** 999 numbers are never issued. */
const nhsNumber = fc
  .array(fc.nat(9), { minLength: 6, maxLength: 6 })
  .map(rest => withCheckDigit([9, 9, 9, ...rest]))
  .filter(number => number !== null)

const written = fc
  .record({
    number: nhsNumber,
    sizes: fc.constantFrom([10], [3, 3, 4], [3, 7], [6, 4]),
    sign: fc.constantFrom(' ', '-', '\u00a0', '.', '\u2013', '  ', ' - '.trim()),
  })
  .map(({ number, sizes, sign }) => {
    const ends = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0))
    return sizes.map((size, at) => number.slice(ends[at]! - size, ends[at]!)).join(sign)
  })
const around = fc.constantFrom('', 'Patient ', 'NHS no: ', '(', 'see\n', '“', 'Ref NHS ')
const behind = fc.constantFrom('', ' was seen', '.', ', and', ')', '\nnext', '; ')

describe('NHS numbers', () => {
  it('ID1: any with a right check digit is found, however it is written', () => {
    fc.assert(
      fc.property(written, around, behind, (number, before, after) => {
        expect(textsOf(findNhsNumbers(before + number + after))).toEqual([number])
      }),
    )
  })

  it('ID1: none with a wrong check digit is found', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 9 }), (number, wrong) => {
        const last = number.slice(0, -1) + ((Number(number.at(-1)) + wrong) % 10)
        expect(findNhsNumbers(`NHS number ${last}.`)).toEqual([])
      }),
    )
  })

  it('ID1: several in a row are told apart', () => {
    const row = '999 000 0018 999 000 0018, 9990000018 9990000018'
    expect(textsOf(findNhsNumbers(row))).toHaveLength(4)
  })

  it.each([
    'ward 19990000018',
    '99900000181',
    '999000001 8',
    '£9990000018',
    '£ 999 000 0018',
    '9990000018%',
    '9990000018.50',
    '0.9990000018',
    '4,9990000018',
    'INC9990000018',
    '9990000018abc',
    '+44 999 000 0018',
    '+44 (0)999 000 0018',
    '0044 999 000 0018',
    '(0)999 000 0018',
    '12-9990000018',
    '999 000 0018-22',
    'card 4999 0000 0182 1234',
    '1999 000 0018',
    '0000000000',
    '2024 2025 26',
    '99 90 00 00 18',
  ])('ID1: %s is none', text => {
    expect(findNhsNumbers(text)).toEqual([])
  })

  it.each([
    ['NHS No. 99 90 00 00 18', '99 90 00 00 18'],
    ['NHS999 000 0018', '999 000 0018'],
    ['patient_9990000018_notes', '9990000018'],
  ])('ID1: %s holds one', (text, number) => {
    expect(textsOf(findNhsNumbers(text))).toEqual([number])
  })

  it('ID1: one that begins with a day of birth is a CHI number', () => {
    const chi = withCheckDigit([0, 1, 0, 1, 6, 1, 0, 0, 1]) ?? withCheckDigit([0, 1, 0, 1, 6, 1, 0, 0, 2])!
    expect(hasNhsCheckDigit(chi)).toBe(true)
    expect(findNhsNumbers(`CHI ${chi}`)).toMatchObject([{ kind: 'chi-number', text: chi }])
    expect(findNhsNumbers('999 000 0018')).toMatchObject([{ kind: 'nhs-number' }])
  })
})

describe('dates of birth', () => {
  const forms = [
    '12/03/1961',
    '12/3/61',
    '12.03.1961',
    '12.3.61',
    '12-03-1961',
    '12 03 1961',
    '12 / 3 / 61',
    '1961-03-12',
    '1961/03/12',
    '12 March 1961',
    '12th March 1961',
    '12th of March, 1961',
    '12 Mar 61',
    "12 Mar '61",
    '12-Mar-61',
    '12-Mar-1961',
    '12Mar1961',
    'March 12, 1961',
    'Mar 12th 1961',
    '3 Sept 2019',
    '1 June 1958',
  ]
  it.each(forms)('ID2: %s is found beside every word that says so', date => {
    for (const before of [
      'born ',
      'DOB: ',
      'DOB\n',
      'd.o.b. ',
      'Date of birth ',
      'born on the ',
      'birthday ',
      'D.O.B - ',
    ])
      expect(birthDates(`She (${before}${date}) was seen on 14/5/2024.`), before).toEqual([date])
    expect(birthDates(`${date} (DOB)`)).toEqual([date])
    expect(birthDates(`Mrs Jones, ${date}, Alderbrook`)).toEqual([date])
  })

  it.each([
    'Agreed on 12 March 2004',
    'Reviewed 12/03/1961',
    'born in 1961',
    'born in March 1961',
    'a stillborn plan of 12 March 2024',
    'born 31/02/1961',
    'born 12/03/2061',
    'DOB: see the note of the meeting that was held on 12 March 2024',
    'Mr Jones met us on 12 March 2024',
    'Mr Jones\n12 March 1961',
    'Mr Jones told the board at length what the service had been like on 12 March 1961',
    'version 12.3.61.4 born',
  ])('ID2: %s holds none', text => {
    expect(birthDates(text)).toEqual([])
  })
})

describe('names with titles', () => {
  it.each([
    ['Dr Anna Whitcombe said', 'Dr Anna Whitcombe'],
    ['Dr. Jones.', 'Dr. Jones'],
    ['seen by Mrs O’Neill-Smythe today', 'Mrs O’Neill-Smythe'],
    ["Ms D'Arcy", "Ms D'Arcy"],
    ['Cllr J. van der Berg', 'Cllr J. van der Berg'],
    ['Mrs van der Berg', 'Mrs van der Berg'],
    ['Prof Dame Sue Bailey', 'Prof Dame Sue Bailey'],
    ['Dr Zoë Ångström’s clinic', 'Dr Zoë Ångström'],
    ['MR JOHN SMITH', 'MR JOHN SMITH'],
    ['mr Smith', 'mr Smith'],
    ['Rev. Dr. Ian Al-Khalili', 'Rev. Dr. Ian Al-Khalili'],
    ['Mx Sam Lee', 'Mx Sam Lee'],
    ['Sir Robert Peel came', 'Sir Robert Peel'],
    ['Dr Foster said', 'Dr Foster'],
    ['Mr and Mrs Jones', 'Mrs Jones'],
  ])('ID3: %s holds %s', (text, name) => {
    expect(textsOf(findTitledNames(text))).toEqual([name])
  })

  it.each([
    'Mr A was admitted',
    'MS Teams',
    'Ms Word',
    'MS SMITH',
    'Dear Sir or Madam',
    'Sir Robert Peel Hospital',
    'Dame Cicely Saunders Institute',
    'Dr Foster Intelligence',
    'Dr Patel & Partners',
    'miss the target',
    'Miss no appointment',
    'DR sites',
    'Drs and nurses',
    'MrSmith',
    'Helen Marsh',
    'Prof of Psychiatry',
  ])('ID3: %s holds none', text => {
    expect(findTitledNames(text)).toEqual([])
  })
})

describe('e-mail addresses', () => {
  it.each([
    ['write to jo.bloggs+x@example.org, please', 'jo.bloggs+x@example.org'],
    ['<mailto:jo_b@mail.example.org>', 'jo_b@mail.example.org'],
    ['JO@EXAMPLE.ORG.', 'JO@EXAMPLE.ORG'],
    ["o’neill o'neill@example.org", "o'neill@example.org"],
  ])('ID5: %s holds one', (text, email) => {
    expect(textsOf(findEmails(text))).toEqual([email])
  })

  it.each([
    'a@b',
    '@example.org',
    'jo@',
    'logo@2x.png',
    'jo@example',
    '3 @ 5.50',
    'jo @example.org',
    'jo.@example.org',
  ])('ID5: %s is none', text => {
    expect(findEmails(text)).toEqual([])
  })
})
